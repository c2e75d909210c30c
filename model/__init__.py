"""The trade: pure functions over frozen records. No Qt, no matplotlib, no clock, no globals."""
