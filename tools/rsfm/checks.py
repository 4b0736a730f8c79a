"""The rules every entry must keep, run over the whole catalog at once."""
