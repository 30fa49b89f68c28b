"""What is sent: the one pipeline from Bestand and Vorlage to a document."""
