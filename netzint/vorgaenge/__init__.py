"""What can be done: pure functions from Bestand and Eingabe to an Aenderung."""
