"""The lawmaker list: build it from public tables, look up a postcode in it, offline.

A list is one file (:mod:`~outreach_app.legislators.building`), opened whole and read-only
(:mod:`~outreach_app.legislators.pack`). It is built from two plain tables and a manifest. Division ids are Open Civic
Data, opaque but for their ``/``: a person speaks for a postcode whose division is theirs or lies under theirs, so an
upper chamber needs no rule of its own.

**The United States** have importers for the public files (:mod:`~outreach_app.legislators.united_states`).

**Any other country** fills a folder (:mod:`~outreach_app.legislators.table_folder`) and runs
``outreach legislators build --tables FOLDER --out FILE``. The manifest says what a postcode looks like and which seats
there should be, so that an empty one is named as vacant::

    title = "House of Commons"          # United Kingdom
    country = "gb"
    source = "UK Parliament Members API; ONS Postcode Directory"
    licence = "Open Government Licence 3.0"
    as_of = 2026-06-15
    finder = "https://members.parliament.uk/FindYourMP"

    [postcode]
    pattern = '[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}'
    length = 7                          # the whole code: SW1A0AA
    example = "SW1A 0AA"

    [[seats]]
    role = "member-of-parliament"
    division = "ocd-division/country:gb/constituency:*"

- United Kingdom: one row of ``areas.csv`` for each postcode, or ``SW1A*`` rows where only the outward code is known;
  ids such as ``ocd-division/country:gb/constituency:e14001172`` from the ONS code. The devolved chambers are
  more rows with divisions of their own kind (``/sp-constituency:...``): different kinds stand side by side, two of one
  kind make a split postcode.
- Canada: ``pattern = '[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]'`` with ``length = 6``, or ``length = 3`` for forward sortation
  areas, which lie in several ridings and so name all of them; ridings are ``ocd-division/country:ca/ed:35075-2023``,
  and senators stand for ``ocd-division/country:ca/province:...`` only if the ridings' ids lie under it.
- State legislators of the United States fit as they are: ``.../state:oh/sldl:3`` beside ``.../state:oh/cd:3``.
"""
