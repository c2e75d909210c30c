"""The pages of the window: one class each, none knows another. A new page: one class, one line in PAGES."""
