"""What decides: the ten numbers, the verdict in a sentence, and the next steps."""
