"""Word tables of the text readers, each rule with its examples beside it.

What does not belong here: code that reads text; it lives one folder up.
"""
