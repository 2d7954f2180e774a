"""A summary of the record as one page of HTML that prints well and needs nothing from anywhere."""

from waqai.export.report.page import write_report

__all__ = ["write_report"]
