"""Water: figures of hosts against their peers, fair fees, orders against what is usual, and claims."""
