"""Publishing from the window: what goes where, what that would do, and what it did."""
