"""The real window, driven with keys as a writer would."""
