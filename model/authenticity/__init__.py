"""Water: figures of hosts against their peers, orders against what is usual."""
