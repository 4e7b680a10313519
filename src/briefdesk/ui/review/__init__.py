"""What stands between a brief and its being ready: the meter in the status line, and the drawer."""
