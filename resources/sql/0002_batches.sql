-- The lines of imported files. A batch is seen only while live = 1; its table lies in pieces, so that no write is long.

-- AUTOINCREMENT: an id that a step to undo still names is never given to another batch. The ids are the order of import.
CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    live INTEGER NOT NULL DEFAULT 0 CHECK (live IN (0, 1)),
    kind TEXT NOT NULL CHECK (kind <> ''),
    platform TEXT NOT NULL,
    layout TEXT NOT NULL,
    file TEXT NOT NULL,
    sheet TEXT NOT NULL,
    digest TEXT NOT NULL,
    facts TEXT NOT NULL,
    imported TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size > 0),
    pieces INTEGER NOT NULL CHECK (pieces > 0),
    seal BLOB NOT NULL
) STRICT;

CREATE TABLE batch_piece (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch (id),
    place INTEGER NOT NULL CHECK (place >= 0),
    bytes BLOB NOT NULL,
    UNIQUE (batch, place)
) STRICT;
