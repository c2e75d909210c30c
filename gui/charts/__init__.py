"""Pictures: what is drawn, and the one view that shows it."""
