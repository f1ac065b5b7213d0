"""The printer, and the rules of a queue at a table.

``printer.py`` is the port and ``cups.py`` its adapter for Linux and macOS; the one for Windows draws with Qt and
stands in ``look/``. ``queue.py`` says whether a page may be printed now, ``watching.py`` stays with it to its end,
``counting.py`` keeps the paper's counts.
"""
