"""After the campaign: what each brought, beside what was planned, and whether the statements agree."""
