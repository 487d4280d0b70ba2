"""Figures drawn as SVG from rows: a few marks that know no course, and the frame around them."""
