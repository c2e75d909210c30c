"""What the columns of known exports mean, and which export a file is."""
