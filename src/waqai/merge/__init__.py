"""Across reports: which sightings are one incident, with reasons that a person can read and undo."""
