"""Speed and memory of the reading, each beside a reference in the same run: `make bench`."""
