"""What is known about the world: countries, bodies, offices and who held them, spellings of names.

Use this to learn for whom somebody speaks, and who was meant by an office on a day. The tables are files beside this
module, each row with its source or reason; they are read on the first look-up. See docs/knowledge.md.
"""

from onrecord.knowledge.affiliations import Affiliation, affiliation
from onrecord.knowledge.events import EventCodes, acts_of, event_codes
from onrecord.knowledge.folding import folded
from onrecord.knowledge.genders import gender, is_given_name
from onrecord.knowledge.holders import Gap, Holder, holder, offices_held
from onrecord.knowledge.names import normal_words, speaker_id
from onrecord.knowledge.offices import Office, office_holder, office_in
from onrecord.knowledge.outlets import Outlet, OutletKind, outlet, outlets_in
from onrecord.knowledge.parties import Kind, Known, country_like, is_party, known_in
from onrecord.knowledge.respelling import respelled
from onrecord.knowledge.titles import without_titles

__all__ = [
    "Affiliation",
    "EventCodes",
    "Gap",
    "Holder",
    "Kind",
    "Known",
    "Office",
    "Outlet",
    "OutletKind",
    "acts_of",
    "affiliation",
    "country_like",
    "event_codes",
    "folded",
    "gender",
    "holder",
    "is_given_name",
    "is_party",
    "known_in",
    "normal_words",
    "office_holder",
    "office_in",
    "offices_held",
    "outlet",
    "outlets_in",
    "respelled",
    "speaker_id",
    "without_titles",
]
