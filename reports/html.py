"""Prints an audit or a revision as one HTML file that needs nothing else: no script, no request."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import fields
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from claims.pages import AuditPage, RevisionPage
from reports.audit import audit_view
from reports.hidden import shown
from reports.readers import Audience
from reports.revision_report import revision_view
from reports.views.report import AuditView
from reports.views.revision import RevisionView

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATE = "audit.html"
REVISION = "revision.html"
STYLE = "audit.css"


def render_audit(page: AuditPage, *, audience: Audience = Audience.DESK) -> str:
    """The audit report of one document as a self-contained HTML file."""
    return _filled(TEMPLATE, audit_view(page, audience=audience))


def render_revision(page: RevisionPage) -> str:
    """Two revisions of a document side by side, as a self-contained HTML file."""
    return _filled(REVISION, revision_view(page))


def _filled(template: str, view: AuditView | RevisionView) -> str:
    values = {field.name: getattr(view, field.name) for field in fields(view)}
    style, policy = _style()
    return templates().get_template(template).render(**values, style=style, content_security_policy=policy)


@cache
def templates() -> Environment:
    """The templates of the reports: everything escaped, nothing undefined, no hidden character unmarked."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_visible,
    )


def _visible(value: object) -> object:
    """Every text that a template prints, with its hidden characters marked; our own markup as it is."""
    return shown(value) if type(value) is str else value


def _style() -> tuple[str, str]:
    """The stylesheet, marked as safe to print, and the policy that allows it and nothing else."""
    from markupsafe import Markup

    css = resources.files("reports").joinpath("templates", STYLE).read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode("ascii")
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    return Markup(css), policy
