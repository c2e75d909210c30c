"""The error that says why a whole file cannot be used."""

from model.errors import InputError, Problem, Value


def refuse(code: str, file: str, row: int | None = None, **values: Value) -> InputError:
    """The error that says why a whole file cannot be used."""
    return InputError([Problem(code, file, row, values=values)])
