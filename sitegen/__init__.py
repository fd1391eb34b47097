"""Static site generator for a city's transparency portal."""
