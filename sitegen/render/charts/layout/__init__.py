"""Where the pieces of a chart stand, at each of the two widths; no font, library or browser is asked."""
