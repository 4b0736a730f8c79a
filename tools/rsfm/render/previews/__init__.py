"""A picture of each paper for previews of links. What it says is told without Pillow, which draws it."""
