"""The record's home: archive, reports, claims and judgements in SQLite or PostgreSQL; incidents are views."""
