"""Spelling: which words are marked, what may have been meant, and the words of the library."""
