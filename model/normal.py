"""Of the normal distribution what ranges are made of."""

from typing import Final

Z80: Final = 1.2815515655446004
"""Quantile .9: four draws of five lie within so many standard deviations of the middle."""
