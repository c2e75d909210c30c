"""Distinct cells to values: money, counts, shares, ranges, days, ids."""
