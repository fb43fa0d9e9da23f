"""Names that tell a dateline from a sentence: agencies, cities, and words in capitals that are no place.

Use this for datelines only. The lists are short on purpose: a dateline's form decides first, and they settle the rest.
"""

from __future__ import annotations

import re


def _names(block: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in block.replace("\n", "|").split("|") if name.strip())


AGENCIES = _names(
    """
    AP|The Associated Press|Associated Press|Thomson Reuters|Reuters|AFP|Agence France-Presse|UPI|ITAR-TASS|TASS
    RIA Novosti|Sputnik|Interfax-Ukraine|Interfax|INTERFAX.RU|BelTA|BELTA|Ukrinform|UKRINFORM|UNIAN|Xinhua|dpa|ANSA
    EFE|PAP|Anadolu Agency|Anadolu|Kyodo News|Kyodo|Yonhap|CNN Business|CNN|BBC News|BBC|Bloomberg News|Bloomberg
    """
)
"""Known well enough to be recognised without brackets ("Hong Kong CNN —"); of two names the longer comes first."""

IN_BRACKETS = _names(
    """
    AA|AAP|ABC News|ACCESS Newswire|Adnkronos|Agerpres|AGI|Al Jazeera|ANA-MPA|ANI|ANP|Antara|APA|APP|Arab News
    Armenpress|Axios|Azertac|Belga|Bernama|Beta|BNS|BSS|BTA|Business Wire|Canadian Press|CBS News|CNA|CNBC|CNS|CNW|CP
    CTK|ČTK|Deutsche Welle|Dow Jones|DW|EIN Presswire|EINPresswire.com|ELTA|epd|ERR|Euronews|Europa Press|Fars
    Fox News|GLOBE NEWSWIRE|HINA|IANS|IRNA|ISNA|Jiji|Jiji Press|JTA|Kazinform|KCNA|KNA|KUNA|LaPresse|LETA|LUSA|Meduza
    Mehr|MENA|MTI|NBC News|Newsfile Corp.|NNA|NPR|NTB|Petra|PNA|PR Newswire|Prensa Latina|PRNewswire|PTI|QNA|RFE/RL
    RIA|Ritzau|RNS|SANA|SITA|SPA|STA|STT|Tanjug|Tasnim|TASR|Telam|The Canadian Press|TNA|Trend|TT|UNB|UNN|VNA|VOA|WAFA
    WAM
    """
)
"""Recognised between brackets or slashes only; outside, some of them are words."""

CITIES = frozenset(
    _names(
        """
        ABU DHABI|ADDIS ABABA|ALGIERS|AMMAN|AMSTERDAM|ANKARA|ATHENS|BAGHDAD|BAKU|BANGKOK|BEIJING|BEIRUT|BELGRADE
        BERLIN|BERN|BRUSSELS|BUCHAREST|BUDAPEST|CAIRO|CANBERRA|CHISINAU|COLOMBO|COPENHAGEN|DAMASCUS|DELHI|DHAKA|DOHA
        DUBAI|DUBLIN|GAZA CITY|GENEVA|GUWAHATI|HANOI|HELSINKI|HONG KONG|ISLAMABAD|ISTANBUL|JAKARTA|JEDDAH|JERUSALEM
        KABUL|KARACHI|KATHMANDU|KHARKIV|KHARTOUM|KIEV|KOLKATA|KUALA LUMPUR|KUWAIT CITY|KYIV|LAHORE|LISBON|LONDON|LVIV
        MADRID|MANAMA|MANILA|MINSK|MOSCOW|MUMBAI|MUSCAT|NAIROBI|NEW DELHI|NEWPORT NEWS|NEW YORK|NICOSIA|ODESA|OSLO
        OTTAWA|PARIS|PESHAWAR|PRAGUE|QUETTA|RAWALPINDI|RIGA|RIYADH|ROME|SANAA|SEOUL|SINGAPORE|SOFIA|SRINAGAR|STOCKHOLM|TALLINN
        TASHKENT|TBILISI|TEHRAN|TEL AVIV|THE HAGUE|TOKYO|TRIPOLI|TUNIS|UNITED NATIONS|VIENNA|VILNIUS|WARSAW|WASHINGTON
        WELLINGTON|YEREVAN|ZAGREB
        """
    )
)
"""Cities believed on their name alone, before a colon too, where others in capitals are speakers (`ISLAMABAD: The`)."""

NO_PLACES = frozenset(
    _names(
        """
        A|AFTER|ALL|AND|ARE|AS|AT|BEFORE|BUT|BY|FOR|FROM|HAS|HAVE|HOW|IF|IN|IS|ITS|LAST|NEXT|NO|NOT|ON|OR|OUR|SINCE|SO
        THAT|THIS|TO|UNTIL|WAS|WE|WHAT|WHEN|WHERE|WHO|WHY|WILL|WITH|YOU|YOUR
        MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY|DAY|EVE|YESTERDAY|TODAY|TOMORROW
        JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER
        ABSTRACT|ADVERTISEMENT|ALERT|ANALYSIS|ANSWER|BACKGROUND|BOOM|BREAKING|BREAKINGVIEWS|BRIEF|BRIEFING|BUSINESS
        BUSTED|BYLINE|CHECK|COLUMN|COMMENT|COMMENTARY|CONTENTS|CORRECTED|CORRECTION|DEVELOPING|EDITOR|EDITORIAL|ESSAY
        EXCLUSIVE|EXPLAINED|EXPLAINER|FACT|FACTBOX|FACTS|FEATURE|FLASH|FULL|GRAPHIC|HEADLINES|HEALTH|HIGHLIGHTS
        INSIGHT|INTERVIEW|INTRODUCTION|KEY|LATEST|LETTER|LETTERS|LIVE|LOOK|MARKETS|MEMO|MODERATOR|MORE|NEWS|NOTE|NOTES
        OPINION|OVERVIEW|PHOTO|PHOTOS|PODCAST|POLITICS|POLL|PRESS|PREVIOUSLY|PROFILE|QUESTION|QUESTIONS|QUOTES|READ
        RELEASE|RELEASED|REPORT|REPORTER|REVEALED|REVIEW|SCIENCE|SPECIAL|SPEECH|SPORT|SPORTS|STATEMENT|STORIES|STORY
        SUMMARY|TECH|TEXT|TIMELINE|TOP|TRANSCRIPT|UPDATE|UPDATED|UPDATES|URGENT|VIDEO|VIEW|VIEWPOINT|WARNING|WATCH
        WORLD
        ASEAN|AUKUS|BRICS|CIA|CSTO|ECOWAS|EU|EUROPOL|FBI|FEMA|FIFA|GOP|HAMAS|HEZBOLLAH|IAEA|IDF|IMF|INTERPOL|IRGC|ISIL
        ISIS|LGBT|MERCOSUR|NASA|NATO|NGO|NSA|OECD|OPEC|OPCW|OSCE|PKK|QUAD|SBU|TALIBAN|UEFA|UK|UN|UNESCO|UNHCR|UNICEF
        UNRWA|US|USA|USAID|WTO
        AMBASSADOR|CHAIRMAN|CHANCELLOR|CONGRESS|GOV|GOVERNMENT|GOVERNOR|JUDGE|KREMLIN|MINISTER|MINISTRY|MR|MRS|MS
        PARLIAMENT|PENTAGON|POPE|PREMIER|PRESIDENT|PRIME|PROFESSOR|REP|SECRETARY|SEN|SENATE|SENATOR|SPEAKER|SPOKESMAN
        SPOKESPERSON|SPOKESWOMAN
        """
    )
)
"""Words that the name of a place does not hold: of sentences and headlines, of bodies and titles."""

PEOPLE = frozenset(
    _names(
        """
        ABBAS|ASSAD|BIDEN|BLINKEN|BORRELL|CARNEY|CLINTON|ERDOGAN|GUTERRES|HARRIS|JOHNSON|KADYROV|KHAMENEI|KING|KIRBY
        LAVROV|LUKASHENKO|MACRON|MEDVEDEV|MELONI|MERKEL|MERZ|MODI|MUSK|NAVALNY|NETANYAHU|OBAMA|ORBAN|PESKOV|POMPEO
        PRIGOZHIN|PRINCE|PUTIN|QUEEN|RUBIO|RUTTE|SANDERS|SCHOLZ|SHOIGU|STARMER|STOLTENBERG|SULLIVAN|SUNAK|TRUDEAU
        TRUMP|TRUSS|TUSK|VANCE|WITKOFF|YERMAK|ZAKHAROVA|ZALUZHNY|ZELENSKIY|ZELENSKY|ZELENSKYY
        """
    )
)
"""Names that stand before a dash or a colon, and are no place unless a region or a day follows (Clinton, Iowa)."""

SMALL = frozenset(_names("al|am|an|and|au|da|de|del|der|do|du|el|ez|la|las|le|les|los|of|sur|the|upon"))
"""Words within a place's name that stay small."""

BARE_AGENCY = "(?:" + "|".join(re.escape(name) for name in AGENCIES) + r")(?!\w)"
"""A regular expression for an agency without brackets; case matters, since "pap" is a word."""

_KNOWN = frozenset(name.casefold() for name in (*AGENCIES, *IN_BRACKETS))


def is_known(outlet: str) -> bool:
    """Whether one of the names in "AP", "Reuters Health", "AFP/Reuters" is an agency's."""
    parts = [outlet, *(part.strip() for part in re.split("[/,]", outlet))]
    return any(part.casefold() in _KNOWN or re.match(BARE_AGENCY, part) for part in parts)
