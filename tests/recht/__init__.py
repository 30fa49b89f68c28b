"""What counts."""
