"""The choice of offers: candidates, limits, search, risk, reasons."""
