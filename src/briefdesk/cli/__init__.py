"""The commands: everything the library can do, for people in a terminal and for scripts, without Qt."""
