"""Launch: the days of the year on which people buy."""
