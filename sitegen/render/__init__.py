"""A view becomes bytes: each format in a module of its own."""
