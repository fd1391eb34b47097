"""One frozen view for each output: all that the output may know, in the words of the page's language."""
