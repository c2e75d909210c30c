"""Joining the files of a shop, piece by piece: see :mod:`model.intake.joined.joining`."""
