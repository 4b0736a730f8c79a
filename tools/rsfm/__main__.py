"""Lets ``python -m rsfm`` stand in for the console script."""

import sys

from rsfm.cli import main

sys.exit(main())
