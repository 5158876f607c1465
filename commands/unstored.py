"""Commands for other programs: records in, records out, and no database."""

from pathlib import Path
from typing import Annotated

import typer

from commands.answering import FAILED, complain
from commands.options import Out


def read(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", hidden=True)] = None,
    jsonl: Annotated[
        Path | None, typer.Option("--jsonl", metavar="FILE", help="Read one document a line from here.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=1, help="Read lines in N processes.")] = 1,
    out: Out = None,
) -> None:
    """Read documents and print JSON, storing nothing.

    PATH is a text, Markdown, HTML, PDF or DOCX file, or - for standard input.

    Example:  factdesk read article.pdf > article.json
    """
    from itertools import chain

    from claims.sent import records_of_files, records_of_lines
    from reports.jsonl import lines_to
    from reports.progress import counting

    if not paths and jsonl is None:
        raise typer.BadParameter("give a PATH, or --jsonl FILE")
    problems = 0
    lines = records_of_lines(jsonl, jobs=jobs) if jsonl else ()
    with lines_to(out) as write, counting("Reading") as step:
        for found in chain(records_of_files(paths or []), lines):
            if isinstance(found, str):
                write(found)
            else:
                problems += 1
                complain(found)
            step()
    raise typer.Exit(FAILED if problems else 0)


def compare(
    path: Annotated[Path, typer.Argument(metavar="FILE", hidden=True)],
    out: Out = None,
) -> None:
    """Relate the figures of statements, as JSON.

    FILE holds statements about one story, one JSON object a line: id and text; also outlet, url,
    published, speaker.

    Example:  factdesk compare statements.jsonl
    """
    from claims.reconcile.compare import compare as relate
    from claims.sent import statements
    from reports.jsonl import encoded, lines_to
    from sources.jsonl import BadLine

    sent = list(statements(path))
    problems = [found for found in sent if isinstance(found, BadLine)]
    for problem in problems:
        complain(problem)
    with lines_to(out) as write:
        write(encoded(relate([found for found in sent if not isinstance(found, BadLine)])))
    raise typer.Exit(FAILED if problems else 0)


def estimate(
    observations: Annotated[Path, typer.Argument(metavar="OBSERVATIONS", hidden=True)],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the settled values go.")],
    sources: Annotated[
        Path | None, typer.Option("--sources", metavar="FILE", help="Where the sources' weights go.")
    ] = None,
    engine: Annotated[
        str, typer.Option("--engine", metavar="ENGINE", help="Who does the work: here, spark or spark=URL.")
    ] = "here",
    work: Annotated[
        Path | None,
        typer.Option("--work", metavar="FOLDER", help="Where parts of a large file wait meanwhile."),
    ] = None,
) -> None:
    """Settle what many sources say of many things.

    OBSERVATIONS is a CSV or Parquet file with the columns source, object, value, and if known
    attribute, time, copied_from. Needs the extra: pip install 'factdesk[archive]'

    On Spark (pip install 'factdesk[archive,spark]') the result is the same, byte for byte. Every
    worker needs factdesk[archive], and must see OBSERVATIONS and the FOLDER where this machine does;
    without --work that is the folder of OBSERVATIONS. "spark" alone goes where SPARK_REMOTE says.

    Example:  factdesk estimate tolls.csv --out settled.csv --sources sources.csv

    Example:  factdesk estimate tolls.parquet --out settled.csv --engine spark=sc://cluster:15002
    """
    from claims.archive import estimate_file
    from reports.progress import working

    with working("reading") as say:
        found = estimate_file(observations, out, sources, engine=engine, work=work, say=say)
    for line in found.bad:
        complain(line)
    if found.bad_lines > len(found.bad):
        complain(f"and {found.bad_lines - len(found.bad):,} more lines that can't be used")
    for told in (*found.remarks, *found.choices):
        typer.echo(told, err=True)
    raise typer.Exit(FAILED if found.bad_lines else 0)
