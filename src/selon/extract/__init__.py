"""The stages: from a parse to the parts of a record."""
