"""Reading whole repositories."""
