"""What counts: pure arithmetic of committee law."""
