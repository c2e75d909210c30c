-- The first schema. Money is whole fen; shares are 0-1; NULL is unknown; position keeps the order of entry.

-- AUTOINCREMENT: an id that a request still names is never given to another product.
CREATE TABLE product (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    price_fen INTEGER NOT NULL CHECK (price_fen > 0),
    category TEXT NOT NULL,
    unit_cost_fen INTEGER CHECK (unit_cost_fen >= 0),
    ship_cost_fen INTEGER CHECK (ship_cost_fen >= 0),
    platform_fee REAL CHECK (platform_fee BETWEEN 0 AND 1),
    return_rate REAL CHECK (return_rate BETWEEN 0 AND 1),
    stock INTEGER CHECK (stock >= 0),
    use_days REAL CHECK (use_days > 0),
    occasion INTEGER CHECK (occasion IN (0, 1)),
    tone TEXT NOT NULL,
    audience TEXT NOT NULL
) STRICT;

CREATE TABLE influencer (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    position INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    platform TEXT NOT NULL,
    kind TEXT NOT NULL,
    followers INTEGER CHECK (followers >= 0),
    views REAL CHECK (views >= 0),
    engagement_rate REAL CHECK (engagement_rate >= 0),
    category TEXT NOT NULL,
    price_low REAL,
    price_high REAL CHECK (price_high >= price_low),
    tone TEXT NOT NULL,
    audience TEXT NOT NULL,
    mcn TEXT NOT NULL,
    CHECK ((price_low IS NULL) = (price_high IS NULL))
) STRICT;

CREATE TABLE offer (
    influencer TEXT NOT NULL REFERENCES influencer (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    slot_fee_fen INTEGER CHECK (slot_fee_fen >= 0),
    commission REAL CHECK (commission BETWEEN 0 AND 1),
    guarantee REAL CHECK (guarantee >= 0),
    sessions INTEGER NOT NULL CHECK (sessions >= 1),
    form TEXT NOT NULL,
    PRIMARY KEY (influencer, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE override (
    key TEXT PRIMARY KEY NOT NULL,
    value REAL NOT NULL
) STRICT, WITHOUT ROWID;
