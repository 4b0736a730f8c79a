"""The catalog for machines: one module per format."""
