"""Files to grids of cells: bytes, encodings, workbooks, header rows, and what is refused."""
