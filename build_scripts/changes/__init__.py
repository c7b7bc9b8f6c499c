"""What changed between two states of a guide, in words and pictures."""
