"""The library on disk: the only SQL. Everything outside speaks to `store.library.Library`."""
