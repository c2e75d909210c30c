"""The exact choice: the problem as a record, its bound over all columns, and the search for the best set."""
