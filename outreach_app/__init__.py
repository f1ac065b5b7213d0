"""A kiosk for in-person outreach events: film, facts, sealed pledges, lawmakers and handouts, all offline."""

__version__ = "0.1.0"
