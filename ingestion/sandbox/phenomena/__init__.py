"""How publishers really write: forms of amounts, dates, names and places, each use booked."""
