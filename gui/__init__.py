"""What people see and call."""

__version__ = "0.1.0"
