# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""What the flow of an SOP tells."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Optional

from ._values import Frozen


class Graph(Frozen):
    """The facts of ``tertib graph``, as attributes and as a dict. Immutable."""

    __slots__ = ("_text", "_facts")

    _text: str
    _facts: Dict[str, Any]

    def __init__(self, text: str) -> None:
        self._set(_text=text, _facts=json.loads(text))

    def to_dict(self) -> Dict[str, Any]:
        """Everything (docs/schema/graph.json), yours to change."""
        result: Dict[str, Any] = json.loads(self._text)
        return result

    def to_json(self) -> str:
        return self._text

    @property
    def sop_digest(self) -> str:
        return str(self._facts["sop_digest"])

    @property
    def nodes(self) -> List[Dict[str, Any]]:
        """Start, end, steps and gateways, with level, rank and dominators."""
        return list(self.to_dict()["nodes"])

    @property
    def flows(self) -> List[Dict[str, Any]]:
        return list(self.to_dict()["flows"])

    @property
    def loops(self) -> List[Dict[str, Any]]:
        """Rework loops with their entries and exits."""
        return list(self.to_dict()["loops"])

    @property
    def documents(self) -> Dict[str, Any]:
        """How produk become kelengkapan: links, from outside, leaving, exchanges."""
        return dict(self.to_dict()["documents"])

    @property
    def soundness(self) -> Dict[str, Any]:
        """The verdict with its witness."""
        return dict(self.to_dict()["soundness"])

    @property
    def sound(self) -> Optional[bool]:
        """Whether every case can finish; None if that was not decided."""
        return {"sound": True, "unsound": False}.get(self._facts["soundness"]["verdict"])

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Graph) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> Any:
        return (Graph, (self._text,))

    def __repr__(self) -> str:
        facts = self._facts
        return (f"<tertib.Graph of {len(facts['nodes'])} nodes and {len(facts['flows'])} flows, "
                f"{facts['soundness']['verdict']}>")
