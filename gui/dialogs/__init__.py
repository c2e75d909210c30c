"""Windows that ask or tell something by themselves."""
