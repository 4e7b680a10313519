"""The keys of the commands: which are in force, the dialog to change them, the sheet that lists them."""
