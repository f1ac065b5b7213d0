"""The design system in Qt: theme, type, widgets, keyboard, background work."""
