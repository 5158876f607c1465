"""What of a ledger goes into its index: present words of claims, quotes, names, pages, others' fact-checks.

Personal text, such as what somebody told, does not: it can be deleted from the ledger, and would stay behind.
Neither does when anything came, other than a claim.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import batched, groupby
from operator import itemgetter
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from claims.evidence.models import EvidenceRow
from claims.factchecks.models import FactCheckRow
from claims.kinds import SearchedIn
from claims.models import CaptureRow, ClaimRow, DocumentRow, PlacementRow, RevisionRow
from claims.registry.models import SourceDetailRow, SourceMergeRow, SourceNameRow, SourceRow
from claims.registry.queries import standing_merges
from ledger.events import EVENTS
