-- Tiered commission of an offer: pairs of fen of kept sales and the share of what is sold beyond, as JSON.

ALTER TABLE offer ADD COLUMN steps TEXT NOT NULL DEFAULT '[]';

-- What the shop's own people cost is told for each kind of them.
INSERT INTO override (key, value)
SELECT new.key || kind.name, old.value
FROM override AS old
JOIN (SELECT 'estimates.own_hours' AS was, 'own_people.hours.' AS key
      UNION ALL SELECT 'estimates.hour_cost', 'own_people.rate.') AS new ON old.key = new.was
CROSS JOIN (SELECT 'own_room' AS name UNION ALL SELECT 'founder' UNION ALL SELECT 'staff') AS kind;
DELETE FROM override WHERE key IN ('estimates.own_hours', 'estimates.hour_cost');
