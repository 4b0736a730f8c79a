"""Turns what people bring, an address or a whole list, into new entries."""
