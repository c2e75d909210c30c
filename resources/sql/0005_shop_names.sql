-- What else a product is called in order files, as JSON: exports have the title of the shop, not the merchant's own word.
ALTER TABLE product ADD COLUMN shop_names TEXT NOT NULL DEFAULT '[]';
