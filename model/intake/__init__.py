"""Files in and out: any table a merchant has becomes records, and problems with their place."""
