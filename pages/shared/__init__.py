"""What pages have in common: the door to the data, the filters, the words. Never a page."""
