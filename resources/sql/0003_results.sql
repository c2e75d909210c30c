-- What came of campaigns, in the merchant's own words: one row for each host, product and first day. Money in fen.
CREATE TABLE result (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    host TEXT NOT NULL CHECK (host <> ''),
    product TEXT NOT NULL,
    day TEXT NOT NULL CHECK (day <> ''),
    sessions INTEGER CHECK (sessions >= 0),
    views INTEGER CHECK (views >= 0),
    visits INTEGER CHECK (visits >= 0),
    orders INTEGER CHECK (orders >= 0),
    refunded_orders INTEGER CHECK (refunded_orders >= 0),
    gmv_fen INTEGER CHECK (gmv_fen >= 0),
    net_gmv_fen INTEGER,
    commission_paid_fen INTEGER CHECK (commission_paid_fen >= 0),
    slot_fee_paid_fen INTEGER CHECK (slot_fee_paid_fen >= 0),
    UNIQUE (host, product, day)
) STRICT;
