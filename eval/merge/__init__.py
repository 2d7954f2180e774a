"""The annotated set of the merge, and its runner."""
