"""Purchase models: how customers buy until they stay away, fitted to when each one bought (buy till you die)."""
