"""Sheets of orders, refunds, settlements, commissions and sessions to batches of lines."""
