"""`docs/sources.md`: every source as its folder declares it.

What does not belong here: how a source stands today (`marts.dim_source`), and what a source's own
README tells about its pages; the page links there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from ingestion.examples import find_examples
from ingestion.registry import Source
from ingestion.spec import SourceSpec
from orchestration.defs.schedules import nightly
from orchestration.docs.markdown import anchor, bullets, code, mermaid, page, percent
from orchestration.lib.markdown import link, tabulate

_INTRO = """\
A source is a folder under `ingestion/sources/`; nothing else knows its name. This page is put
together from the `source.yml` and the README of every folder. How each source stands today – fresh,
stale, failed or off – is a row of `marts.dim_source` and on the quality page of a release."""

_WORDS = (
    "**Schedule**: the job `nightly`, wherever it is switched on, or a timer that calls"
    " `elo refresh`.",
    "**Licence** is followed by how sure it is: confirmed, reported, assumed or unknown.",
    "**Looked at live** is yes only after a dated look at the real site; until then the reader of"
    " the source is proved on its specification, on saved pages and on the sandbox.",
    "**Frozen** sources no longer change; **retired** ones are not fetched any more.",
    "**Trust** (0 to 100) decides which value is published where sources disagree; losing values"
    " stay in `fct_fact`.",
)


def write_sources(sources: Sequence[Source]) -> str:
    """The page as text."""
    return page(
        [
            "# Sources",
            _INTRO,
            "## Contents",
            bullets(_list_contents(sources)),
            "## At a glance",
            tabulate(
                ("source", "access", "gives", "licence", "lifecycle", "looked at live"),
                [_glance(source) for source in sources],
            ),
            bullets(_WORDS),
            "## What comes from where",
            "Record kinds of each source. A kind is one landing table and one staging model,"
            " whatever the number of sources behind it.",
            _draw_kinds(sources),
            "## Who is believed",
            "Trust in the fields that some source rates by itself; everything else has the source's"
            " default. The highest of a row wins.",
            _write_trust(sources),
            "## The sources one by one",
            *(block for source in sources for block in _write_source(source)),
        ]
    )


def _title(source: Source) -> str:
    title = source.spec.title
    return title.get("en") or title.get("fi") or source.id


def _list_contents(sources: Sequence[Source]) -> Iterator[str]:
    for heading in ("At a glance", "What comes from where", "Who is believed"):
        yield link(heading, anchor(heading))
    for source in sources:
        yield f"{link(code(source.id), anchor(source.id))}: {_title(source)}"


def _glance(source: Source) -> tuple[str, ...]:
    spec = source.spec
    return (
        link(code(source.id), anchor(source.id)),
        code(spec.platform) + (" and drop folder" if spec.drop and spec.base_url else ""),
        ", ".join(spec.kinds),
        _say_licence(spec),
        spec.lifecycle,
        _yes(spec.verified_live),
    )


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


def _draw_kinds(sources: Sequence[Source]) -> str:
    lines = ["flowchart LR"]
    kinds = sorted({kind for source in sources for kind in source.spec.kinds})
    lines += [f"    source_{source.id}([{source.id}])" for source in sources]
    lines += [f"    kind_{kind}[({kind})]" for kind in kinds]
    for source in sources:
        lines += [f"    source_{source.id} --> kind_{kind}" for kind in source.spec.kinds]
    return mermaid(lines)


def _write_trust(sources: Sequence[Source]) -> str:
    fields = sorted({field for s in sources for field in s.spec.trust if field != "default"})
    rows = []
    for field in fields:
        kind = field.partition(".")[0]
        given = {s.id: s.spec.trust_of(field) for s in sources if kind in s.spec.kinds}
        best = max(given.values())
        cells = [str(given.get(source.id, "")) for source in sources]
        rows.append(
            [code(field), *(f"**{cell}**" if cell == str(best) else cell for cell in cells)]
        )
    return tabulate(("field", *(code(source.id) for source in sources)), rows)


def _write_source(source: Source) -> Iterator[str]:
    spec = source.spec
    yield f"### {source.id}"
    names = [text for language, text in sorted(spec.title.items()) if text != _title(source)]
    yield " · ".join([f"**{_title(source)}**", *names])
    yield tabulate(("", ""), _list_facts(source))
    yield _read_lead(source)
    yield _read_rhythm(source)
    folder = f"../ingestion/sources/{source.id}"
    files = ("README.md", "source.yml", "scraper.py", "replica.py")
    there = [name for name in files if (source.folder / name).exists()]
    yield "More: " + " · ".join(link(code(name), f"{folder}/{name}") for name in there)


def _list_facts(source: Source) -> list[tuple[str, str]]:
    spec = source.spec
    facts = [
        ("publisher", spec.publisher),
        ("where", _say_where(spec)),
        ("evidence links to", code(spec.public_url) if spec.public_url else ""),
        ("access", _say_access(spec)),
        ("dropped files", _say_drop(spec)),
        ("schedule", _say_schedule(spec)),
        ("licence", _say_licence(spec)),
        ("gives", ", ".join(spec.kinds)),
        ("never kept", ", ".join(spec.access.drop_fields)),
        ("known to be whole by", "; ".join(f"{k} ({v})" for k, v in spec.complete.items())),
        ("a good snapshot", "; ".join(_list_bounds(spec))),
        ("trust", ", ".join(f"{code(field)} {value}" for field, value in spec.trust.items())),
        ("looked at live", _yes(spec.verified_live)),
        ("lifecycle", spec.lifecycle),
        ("reviewed examples", str(len(find_examples(source)))),
        ("in the sandbox", _yes((source.folder / "replica.py").exists())),
    ]
    return [(f"**{name}**", text) for name, text in facts if text]


def _say_licence(spec: SourceSpec) -> str:
    licence = spec.licence
    if licence.id == licence.confidence:
        return licence.id
    return f"{licence.id} ({licence.confidence})"


def _say_where(spec: SourceSpec) -> str:
    if spec.base_url is None:
        return f"files that a person exports and drops into `$ELO_HOME/drop/{spec.id}/`"
    return f"<{spec.base_url}>, replaced by `ELO_URL_{spec.id.upper()}`"


def _say_access(spec: SourceSpec) -> str:
    if spec.base_url is None:
        return ""
    access = spec.access
    return (
        f"{code(spec.platform)}, robots.txt obeyed, {access.min_delay_s:g} s between two requests,"
        f" at most {access.max_pages:,} pages and {access.max_depth} links deep,"
        f" ends after {_say_time(access.deadline_s)}"
    )


def _say_drop(spec: SourceSpec) -> str:
    endings = " and ".join(code(f".{ending}") for ending in spec.drop)
    return f"{endings} in `$ELO_HOME/drop/{spec.id}/`, told apart by header" if endings else ""


def _say_time(seconds: int) -> str:
    hours = seconds / 3600
    return f"{hours:g} h" if hours >= 1 else f"{seconds // 60} min"


def _say_schedule(spec: SourceSpec) -> str:
    if spec.lifecycle == "retired":
        return "never"
    days = timedelta(days=spec.access.max_age_days).days
    return f"{_say_night()}; stale without a complete snapshot for {days} days"


def _say_night() -> str:
    """The schedule in words; a cron line that is no time of the day stays as it is."""
    cron = str(nightly.cron_schedule)
    match = re.fullmatch(r"(\d+) (\d+) \* \* \*", cron)
    when = f"every night at {int(match[2]):02d}:{int(match[1]):02d}" if match else code(cron)
    return f"{when} ({nightly.execution_timezone})"


def _list_bounds(spec: SourceSpec) -> Iterator[str]:
    bounds = spec.assertions
    for kind, least in bounds.min.items():
        yield f"at least {least:,} {kind}"
    for kind, most in bounds.max.items():
        yield f"more than {most:,} {kind} warns"
    for field, share in bounds.fill.items():
        yield f"{code(field)} filled in {percent(share)} of the records"
    if bounds.max_drop < 1:
        yield f"at most {percent(bounds.max_drop)} fewer records than the last good one"
    yield f"at most {percent(bounds.max_quarantine)} of the rows in quarantine"


def _read_rhythm(source: Source) -> str:
    """The table of first load, delta load and re-check that every README has."""
    text = (source.folder / "README.md").read_text(encoding="utf-8")
    chapter = re.search(r"^## Rhythm\n(.*?)(?=^## |\Z)", text, flags=re.MULTILINE | re.DOTALL)
    rows = chapter[1].splitlines() if chapter else []
    return "\n".join(row for row in rows if row.startswith("|"))


def _read_lead(source: Source) -> str:
    """What the README says before its first chapter, without its title."""
    text = (source.folder / "README.md").read_text(encoding="utf-8")
    _, _, body = text.partition("\n")
    return re.split(r"^(?:## |\| )", body, maxsplit=1, flags=re.MULTILINE)[0].strip()
