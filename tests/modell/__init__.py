"""Tests of the room modell."""
