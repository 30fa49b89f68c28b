"""Two secretaries, two clones, one server."""
