from __future__ import annotations

import pytest

pytest.importorskip("numpy", reason="estimating over an archive needs the extra `archive`")
