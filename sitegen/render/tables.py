"""Tables as CSV: UTF-8, comma, CRLF, decimal point, stable English column names (RFC 4180).

In: a table view. Out: bytes of exactly that table. A cell that a spreadsheet would take for a formula is
led by an apostrophe (as OWASP's page on CSV injection advises), for the texts come from content; a negative number
stays one.
"""

from __future__ import annotations

import csv
import io
import re

from sitegen.views.values import Table

# Full-width forms too, and after spaces: some programs take those for the signs themselves.
FORMULA = re.compile(r"\s*(?:[=+@\uff1d\uff0b\uff0d\uff20]|-(?![\d.]*\Z))|[\t\r\n]")


def csv_bytes(table: Table) -> bytes:
    """The table's rows under their column names."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(name for column in table.columns for name in column.names)
    for row in table.rows:
        writer.writerow(_safe(text) for cell in row.cells for text in cell.plain)
    return stream.getvalue().encode()


def _safe(text: str) -> str:
    return f"'{text}" if FORMULA.match(text) else text
