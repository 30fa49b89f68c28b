"""Judging a state against an earlier one: what is new in it, and what one state alone cannot show."""
