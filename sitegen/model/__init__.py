"""Documents become one immutable, cross-checked Portal of records, or problems."""
