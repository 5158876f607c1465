"""The arguments and options that more than one command takes, each with its one explanation.

Arguments are explained in the help's own words, so typer's table of their types is left out.
"""

from pathlib import Path
from typing import Annotated

import typer

PathArgument = Annotated[str, typer.Argument(metavar="PATH", hidden=True)]
SlugArgument = Annotated[str, typer.Argument(metavar="SLUG", hidden=True)]
StoryArgument = Annotated[str, typer.Argument(metavar="STORY", hidden=True)]
HandleArgument = Annotated[str, typer.Argument(metavar="SLUG:NUMBER", hidden=True)]
FigureArgument = Annotated[str, typer.Argument(metavar="FIGURE", hidden=True)]
FiguresArgument = Annotated[list[str], typer.Argument(metavar="FIGURE", hidden=True)]

Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="FILE",
        help="The database. Default: FACTDESK_DB, else factdesk.db here.",
    ),
]
Slug = Annotated[
    str | None,
    typer.Option("--slug", metavar="NAME", help="Name for the document. Default: the file's name."),
]
Story = Annotated[
    str | None, typer.Option("--story", metavar="NAME", help="Check it together with this story's documents.")
]
Purpose = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="PURPOSE",
        help="draft (of our own) or public (published by others).",
    ),
]
Authors = Annotated[
    list[str] | None, typer.Option("--author", metavar="NAME", help="Who wrote it; may be given again.")
]
By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who is at work. Default: your system account.")
]
Because = Annotated[str, typer.Option("--because", metavar="TEXT", help="The reason, in a sentence.")]
Why = Annotated[str | None, typer.Option("--because", metavar="TEXT", help="The reason, in a sentence.")]
Section = Annotated[
    str | None, typer.Option("--section", metavar="NAME", help="Of a document: only this section.")
]
Offline = Annotated[bool, typer.Option("--offline", help="Never use the network; refuse what would.")]
UserAgent = Annotated[
    str | None,
    typer.Option(
        "--user-agent",
        metavar="TEXT",
        envvar="FACTDESK_USER_AGENT",
        show_envvar=False,
        help="How to introduce us. Default: FACTDESK_USER_AGENT, else factdesk.",
    ),
]
Top = Annotated[int, typer.Option("--top", metavar="N", min=1, help="How many at most, best first.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write here instead.")]
