"""Tests of netzint/ablage/schreibweg."""
