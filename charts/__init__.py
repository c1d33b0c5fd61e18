"""Chart forms: model values in, Vega-Lite specifications and SVG drawings out.

The only package that imports altair and vl_convert; it knows nothing of the ledger, and no words readers see.
"""
