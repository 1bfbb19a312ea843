"""The first journal, one chain for the whole store: closed, and still verified by the links it had."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any


def first_link(key: bytes, before: bytes, entry: Mapping[str, Any]) -> bytes:
    """The keyed link of an entry of the first journal; ``seq`` was its number there."""
    at: datetime = entry["at"]
    content = json.dumps([entry["seq"], str(entry["work_id"]), at.astimezone(UTC).isoformat(),
                          str(entry["account_id"]), str(entry["case_id"]), entry["verb"],
                          str(entry["undoes"]), entry["table_name"], entry["row_id"], entry["action"],
                          entry["changes"]], ensure_ascii=False, default=str)
    return hmac.digest(key, before + content.encode("utf-8", "surrogatepass"), "sha256")
