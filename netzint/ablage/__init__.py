"""Hands: the only code that touches disk, YAML, cache and git."""
