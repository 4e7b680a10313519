"""The command palette: every command and every brief, found by a few letters."""
