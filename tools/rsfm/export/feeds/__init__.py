"""Feeds: what is new, for programs that watch many sites. Ids never change, and a build at another time is the same."""
