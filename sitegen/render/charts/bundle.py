"""The library with which a reader's browser draws an interactive chart.

In: nothing. Out: one file of JavaScript, a module whose default export is vegaEmbed, made of the copies of
Vega that vl-convert carries. This module must not know charts.
"""

from __future__ import annotations


def bundle() -> bytes:
    """The module, about 0.9 MB; it takes about a second to make."""
    import vl_convert  # noqa: PLC0415 - only when the library has to be made

    return vl_convert.javascript_bundle("export default vegaEmbed;").encode()
