"""The glossary: terms of the house, their wordings, and where they are used."""
