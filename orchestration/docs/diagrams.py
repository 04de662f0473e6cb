"""Mermaid diagrams of the warehouse: the way of the data, and how the tables hang together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from orchestration.docs.markdown import mermaid
from orchestration.docs.marts import TableDoc

#: Layers from left to right, with what their boxes are called.
_LAYERS = ("landing", "state", "seeds", "staging", "intermediate", "marts", "release")


def draw_schema(tables: Sequence[TableDoc]) -> str:
    """Entities with their key and foreign-key columns, and a line for each reference."""
    published = {table.name for table in tables}
    lines = ["erDiagram", "    direction LR"]  # top-down is too wide for a page
    for table in tables:
        lines += _draw_entity(table, published)
    for table in tables:
        lines += _draw_references(table, published)
    return mermaid(lines)


def _draw_entity(table: TableDoc, published: set[str]) -> list[str]:
    foreign = {c for ref in table.references if ref.table in published for c in ref.columns}
    shown = [c for c in table.columns if c.is_key or c.name in foreign]
    lines = [f"    {table.name} {{"]
    for column in shown:
        marks = ", ".join(
            mark for mark, holds in (("PK", column.is_key), ("FK", column.name in foreign)) if holds
        )
        lines.append(f"        {_plain_type(column.type)} {column.name} {marks}")
    return [*lines, "    }"]


def _plain_type(name: str) -> str:
    """The type without length and scale, which Mermaid does not read."""
    return name.partition("(")[0].replace("[]", "_list")


def _draw_references(table: TableDoc, published: set[str]) -> list[str]:
    required = {column.name for column in table.columns if column.is_required}
    return [
        f"    {ref.table} {'||' if column in required else '|o'}--o{{ {table.name} : {column}"
        for ref in table.references
        if ref.table in published
        for column in ref.columns
    ]


def draw_flow(manifest: Mapping[str, Any]) -> str:
    """The folders of the dbt project from landing to what is published, with what feeds what.

    An arrow is left out where others, each of at least as many models, lead the same way.
    """
    groups = {key: _group(node) for key, node in (manifest["nodes"] | manifest["sources"]).items()}
    edges: Counter[_Edge] = Counter()
    for key, node in manifest["nodes"].items():
        if node["resource_type"] == "model":
            edges.update((groups[parent], groups[key]) for parent in node["depends_on"]["nodes"])
    for exposure in manifest["exposures"].values():
        end = ("release", exposure["label"])
        edges.update((groups[parent], end) for parent in exposure["depends_on"]["nodes"])
    return mermaid(["flowchart LR", *_draw_groups(edges), *_draw_edges(_thin_out(edges))])


_Group = tuple[str, str]
_Edge = tuple[_Group, _Group]


def _group(node: Mapping[str, Any]) -> _Group:
    """Layer and folder of a model, seed or source."""
    if node["resource_type"] == "source":
        return node["source_name"], node["source_name"]
    if node["resource_type"] == "seed":
        return "seeds", "seeds"
    layer = node["fqn"][1]
    return layer, node["fqn"][2] if len(node["fqn"]) > 3 else layer


def _draw_groups(edges: Iterable[_Edge]) -> list[str]:
    groups = {group for edge in edges for group in edge}
    lines = []
    for layer in _LAYERS:
        members = sorted(name for at, name in groups if at == layer)
        if members == [layer]:
            lines.append(f"    {_box((layer, layer))}[({layer})]")
        elif members:
            lines.append(f"    subgraph {layer}")
            lines += [f"        {_box((layer, name))}[{name}]" for name in members]
            lines.append("    end")
    return lines


def _thin_out(edges: Mapping[_Edge, int]) -> list[_Edge]:
    """The edges that say something new, the lightest asked first; weights count references."""
    kept = {edge: weight for edge, weight in edges.items() if edge[0] != edge[1]}
    for edge in sorted(kept, key=lambda edge: (kept[edge], edge)):
        others = [e for e, weight in kept.items() if e != edge and weight >= kept[edge]]
        if edge[1] in _reach(edge[0], others):
            del kept[edge]
    return sorted(kept)


def _reach(start: _Group, edges: Sequence[_Edge]) -> set[_Group]:
    reached = {start}
    while fresh := {end for at, end in edges if at in reached} - reached:
        reached |= fresh
    return reached


def _draw_edges(edges: Iterable[_Edge]) -> list[str]:
    return [f"    {_box(start)} --> {_box(end)}" for start, end in edges]


def _box(group: _Group) -> str:
    """Identifier of a group in the diagram; never a word of Mermaid's own."""
    return f"{group[0]}_{group[1]}".replace(" ", "_").lower()
