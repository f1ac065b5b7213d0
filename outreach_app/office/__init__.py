"""Headquarters: the one place where sealed pledges are opened, verified, merged and handed on."""
