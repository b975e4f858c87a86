"""From what a user has to a text: one module for each format."""
