"""The local file of pledges: sealed when written, chained, and able to prove what it holds.

Nothing in this folder can open a pledge; that is the office's part alone.
"""
