"""Voice: typer, rich, today's date, exit codes."""
