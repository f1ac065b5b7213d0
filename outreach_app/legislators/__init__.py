"""The lawmaker list: build it from public tables, look up a postcode in it, offline.

A list is one file (:mod:`~outreach_app.legislators.building`), opened whole and read-only
(:mod:`~outreach_app.legislators.pack`). It is built from two plain tables and a manifest. Division ids are Open Civic
Data, opaque but for their ``/``: a person speaks for a postcode whose division is theirs or lies under theirs, so an
upper chamber needs no rule of its own.

**The United States** have importers for the public files (:mod:`~outreach_app.legislators.united_states`).

**Any other country** fills a folder (:mod:`~outreach_app.legislators.table_folder`) and runs
``outreach legislators build --tables FOLDER --out FILE``. The manifest says what a postcode looks like, what people
call their lawmakers, and which seats there should be, so that an empty one is named as vacant. CONTRIBUTING shows the
tables of the United Kingdom and of Canada. Divisions of different kinds stand side by side (a constituency of
Westminster and one of Holyrood); two of one kind make a split postcode. State legislators of the United States fit as
they are: ``.../state:oh/sldl:3`` beside ``.../state:oh/cd:3``.
"""
