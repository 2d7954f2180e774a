"""``waqai about``: version, licence, and the attribution that the data's licences ask for."""

from __future__ import annotations

import typer

from waqai import __version__
from waqai.packs.catalogue import attributions, languages


def about() -> None:
    """Print version, licences and attribution."""
    from waqai.gazetteer import attribution
    from waqai.model.record import CONTRACT

    typer.echo(f"waqai {__version__}, record contract {CONTRACT}, language packs: {', '.join(languages())}")
    typer.echo("Code and language packs: Apache License 2.0. There is no warranty; see LICENSE.")
    for text in (*attributions(), attribution()):
        typer.echo(f"\n{text}")
