"""The history of a brief: its kept states, how they differ from now, and the way back."""
