"""Wanted columns of large sheets, each distinct cell once."""
