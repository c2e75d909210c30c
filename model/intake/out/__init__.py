"""Tables and templates out."""
