"""Repurchase: what a product is, and what its customers did."""
