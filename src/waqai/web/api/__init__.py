"""The record for programs: ``/api/v1``, JSON, one table of operations that routes, checks and documents itself."""
