"""The site of an address, as a source is called by it."""

from __future__ import annotations

import pytest

from claims.registry.sites import site_of


@pytest.mark.parametrize(
    ("address", "site"),
    [
        pytest.param("https://www.arden-harbour.example/ferries?week=4", "arden-harbour.example", id="www"),
        pytest.param("http://Post.Arden.Example:8080/", "post.arden.example", id="capitals and a port"),
        pytest.param("mailto:desk@arden.example", None, id="no page"),
        pytest.param("", None, id="nothing"),
        pytest.param(None, None, id="none"),
    ],
)
def test_a_site_is_called_by_its_host_without_www(address: str | None, site: str | None) -> None:
    assert site_of(address) == site
