"""Readings in forms that other programs take, one module a form.

Use `reading_to_dict` for a reading as plain values, `json_line` for the line that `onrecord read --json` writes.
"""

from onrecord.exports.as_json import json_line, reading_to_dict

__all__ = ["json_line", "reading_to_dict"]
