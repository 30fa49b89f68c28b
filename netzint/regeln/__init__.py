"""What must hold: pure rules from Bestand to Befunde."""
