"""The commands, thin: they turn options into calls, and what comes back into tables, JSON and exit codes.

Use `main` to run them; it is a click group and ends the program with its exit code.
"""

from onrecord.cli.main import main

__all__ = ["main"]
