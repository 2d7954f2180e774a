"""Exports at size: how long each format takes, how large it is, and how much memory the process needs at most.

usage: python bench/exports.py STORE     (bench/store.py 100000 STORE makes one; each format runs in a process of its own)
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time

from waqai import export
from waqai.export.report import write_report
from waqai.store import Filter, open_store

REPORT = "report"


def main() -> None:
    """Each format by itself, so that its memory is its own."""
    if len(sys.argv) > 2:
        measure(sys.argv[1], sys.argv[2])
        return
    for name in (*export.FORMATS, REPORT):
        subprocess.run([sys.executable, __file__, sys.argv[1], name], check=True)


def measure(where: str, name: str) -> None:
    """Write one format to a temporary file, and print what it took."""
    with open_store(where, create=False) as store, store.reading() as conn, tempfile.TemporaryFile() as stream:
        begun = time.perf_counter()
        if name == REPORT:
            written = write_report(conn, Filter(), stream).all
        else:
            done = export.write(name, conn, Filter(), stream)
            written = done.incidents or done.reports
        spent, size = time.perf_counter() - begun, stream.tell()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:16} {written:>8,} in {spent:6.1f} s, {size / 1e6:7.1f} MB, {most:5.0f} MB of memory", flush=True)


if __name__ == "__main__":
    main()
