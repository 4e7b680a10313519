"""The widgets that edit the fields of a brief: one for each kind of field."""
