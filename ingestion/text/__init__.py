"""Reading of Finnish, Swedish and English text: amounts, days, codes, places, bodies, aims.

Every function is a pure function of its text. What does not belong here: anything that knows
a source, a page layout, or the sandbox.
"""
