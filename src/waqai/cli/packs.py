"""``waqai packs``: which language packs there are, and whether everything in them holds."""

from __future__ import annotations

from collections.abc import Callable

import typer

from waqai.errors import PackError
from waqai.packs.catalogue import languages

app = typer.Typer(help="List the language packs, or check them.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_packs() -> None:
    """Print each language pack and what it holds."""
    from waqai.packs.frames import load_frames
    from waqai.packs.lexicon import load_lexicon
    from waqai.packs.pack import load_settings
    from waqai.packs.rules import load_rules

    for language in languages():
        settings, lexicon = load_settings(language), load_lexicon(language)
        frames = {frame.id for frame in load_frames(language).values()}
        counted = f"{len(lexicon.entries):,} entries ({len(lexicon.senses):,} forms), {len(load_rules(language))} rules"
        typer.echo(f"{language}  {settings.name.capitalize()}: {counted}, {len(frames)} frames")


@app.command("check")
def check_packs() -> None:
    """Load every pack whole and run every rule's examples and nevers. Problems come as file:line: message."""
    from waqai.mentions.rule_check import check_rules

    problems = [problem for language in languages() for problem in _problems(language, check_rules)]
    for problem in problems:
        typer.echo(problem, err=True)
    typer.echo(f"{len(problems)} problem{'' if len(problems) == 1 else 's'} in {', '.join(languages())}")
    raise typer.Exit(1 if problems else 0)


def _problems(language: str, check: Callable[[str], list[str]]) -> list[str]:
    try:
        return check(language)
    except PackError as error:
        return error.problems
