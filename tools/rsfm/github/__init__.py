"""Issues, pull requests and runs on GitHub: what is read from them, said below them and kept in them, by ``git`` and ``gh``."""
