-- Tiered commission of an offer: pairs of fen of kept sales and the share of what is sold beyond, as JSON.

ALTER TABLE offer ADD COLUMN steps TEXT NOT NULL DEFAULT '[]';
