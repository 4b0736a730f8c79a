"""Reading and judging a large catalog: portion by portion, with all processors."""
