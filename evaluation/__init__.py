"""Measure what the reader gets right: metrics, and gates that pin floors. Not in the wheel."""
