"""The work on briefs between the library and those who see it: editing, importing, publishing."""
