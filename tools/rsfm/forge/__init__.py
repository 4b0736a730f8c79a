"""What the nightly run leaves for curators on GitHub, through the commands ``git`` and ``gh``: nothing is published."""
