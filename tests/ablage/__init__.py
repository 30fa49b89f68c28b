"""Tests of netzint/ablage."""
