"""The merchant's own lists: hosts, products, choices, results."""
