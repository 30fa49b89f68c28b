"""Tests; the rooms are those of netzint/."""
