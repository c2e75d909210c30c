"""Before going live: whether paid first orders come back by repeat purchases, and what to try first."""
