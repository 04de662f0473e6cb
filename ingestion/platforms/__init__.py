"""Ways of publishing that several sources share, one module each.

What does not belong here: anything about one source.
"""
