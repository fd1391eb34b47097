"""One module a kind of page: its frozen view, and how it is made from an edition."""
