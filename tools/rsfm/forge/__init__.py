"""What workflows read from and leave on GitHub, through the commands ``git`` and ``gh``: nothing is published."""
