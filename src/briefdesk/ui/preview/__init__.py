"""The page beside the form: what a reader will see, live."""
