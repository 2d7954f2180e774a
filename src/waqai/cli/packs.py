"""``waqai packs``: which language packs there are, and whether everything in them holds."""

from __future__ import annotations

import typer

from waqai.errors import PackError
from waqai.packs.catalogue import languages

_PROOF_DAY = "2025-07-22"  # the day on which every example is published, a Tuesday
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
    problems = [problem for language in languages() for problem in _problems(language)]
    for problem in problems:
        typer.echo(problem, err=True)
    typer.echo(f"{len(problems)} problem{'' if len(problems) == 1 else 's'} in {', '.join(languages())}")
    raise typer.Exit(1 if problems else 0)


def _problems(language: str) -> list[str]:
    """Of the rules of values and of the frames of events, each proved with the whole pack loaded."""
    from waqai.engine import read
    from waqai.events.proof import check_frames
    from waqai.mentions.rule_check import check_rules
    from waqai.packs.frames import all_frames

    try:
        rules = check_rules(language)
        return rules + check_frames(all_frames(language), lambda text: read(text, published=_PROOF_DAY, lang=language))
    except PackError as error:
        return error.problems
