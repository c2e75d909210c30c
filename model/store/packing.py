"""A batch's table as bytes: a compressed Arrow stream with a seal, and back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from model.batches import BatchKind, schema
from model.errors import Cancelled

if TYPE_CHECKING:
    import pyarrow as pa

_CODEC: Final = "zstd"
_LEVEL: Final = 1
"""A million order lines, 126 MB: 45 MB in 0.2 s. lz4 takes as long for 73 MB, level 3 a half longer for no less."""
_STEP: Final = 1 << 20
"""Lines packed between two looks at whether to stop: a quarter of a second."""


def pack(kind: BatchKind, table: "pa.Table", cancelled: Callable[[], bool] = lambda: False) -> "pa.Buffer":
    """The bytes of a table with exactly the columns of its kind.

    Raises:
        ValueError: the table has other columns.
        Cancelled: ``cancelled()`` turned true.
    """
    import pyarrow as pa

    if not table.schema.equals(schema(kind)):
        raise ValueError(f"not the columns of {kind}: {table.schema}")
    # Pieces of a table may each have a dictionary of their own; one for all is smaller and is read as one.
    whole = table.unify_dictionaries().combine_chunks() if table.num_rows else table
    sink = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(compression=pa.Codec(_CODEC, _LEVEL))
    with pa.ipc.new_stream(sink, schema(kind), options=options) as writer:
        for start in range(0, whole.num_rows, _STEP):
            if cancelled():
                raise Cancelled
            writer.write_table(whole.slice(start, _STEP))
    return sink.getvalue()


def unpack(kind: BatchKind, blob: bytes) -> "pa.Table":
    """The table of such bytes; columns that a later version of the program added are unknown throughout.

    Raises:
        ValueError: the bytes are no table, or none of this kind.
    """
    import pyarrow as pa

    wanted = schema(kind)
    try:
        table = pa.ipc.open_stream(blob).read_all()
        # What comes from a file somebody sent may be made to crash whoever trusts its offsets.
        table.validate(full=True)
        return _fitted(table, wanted)
    except (pa.ArrowException, OSError) as error:
        raise ValueError(f"no lines of {kind}: {error}") from error


def _fitted(table: "pa.Table", wanted: "pa.Schema") -> "pa.Table":
    import pyarrow as pa

    if table.schema.equals(wanted):
        return table
    known = set(table.column_names)
    return pa.table(
        [table[f.name].cast(f.type) if f.name in known else pa.nulls(len(table), f.type) for f in wanted],
        schema=wanted,
    )


def seal_of(blob: "bytes | pa.Buffer") -> bytes:
    """What shows later that no byte has changed."""
    import hashlib

    return hashlib.blake2b(blob, digest_size=32).digest()
