"""The form: the fields of a brief in one column, in the order in which a reader meets them."""
