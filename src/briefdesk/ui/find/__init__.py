"""Find and replace, in the brief and over the library."""
