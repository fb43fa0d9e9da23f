"""Run the command line as `python -m onrecord`, for where its script is not on the path."""

from onrecord.cli import main

if __name__ == "__main__":
    main()
