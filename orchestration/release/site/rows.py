"""Rows of the longest tables of a project's page, each table in one piece.

A template would make every cell by calls of its own, which at ten thousand projects is what a
release waits for. What does not belong here: tables that few pages have (`templates/`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from orchestration.release.site.cells import Cells
from orchestration.release.site.helpers import decimal_of, why
from orchestration.release.site.read import Row
from orchestration.release.site.voice import Voice


def funding_rows(
    cells: Cells,
    voice: Voice,
    funding: Sequence[tuple[str, Sequence[Row]]],
    disputed: Mapping[str, Sequence[Row]],
) -> Markup:
    """Amounts by kind, each followed by what other sources say of it."""
    out: list[str] = []
    for kind, rows in funding:
        label = escape(voice.labels["kind"][kind])
        for row in rows:
            out.append(_funding_row(cells, voice, label, row))
            out += [_lost_row(cells, voice, label, x) for x in disputed.get(row["funding_id"], ())]
    return Markup("\n".join(out))


def record_rows(cells: Cells, voice: Voice, records: Sequence[Row]) -> Markup:
    """Records that a project was made from, with why each belongs to it."""
    kinds, rules = voice.labels["record"], voice.labels["rule"]
    deciders = voice.labels["decided"]
    return Markup("\n").join(
        Markup(
            f'<tr><th scope="row">{cells.record(row["record_id"])}</th>'
            f"<td><code>{escape(row['native_id'])}</code></td>"
            f"<td>{escape(kinds[row['record_kind']])}</td>"
            f"<td>{escape(rules[row['match_rule']])} {_tag(deciders[row['match_decided_by']])}"
            "</td></tr>"
        )
        for row in records
    )


def _funding_row(cells: Cells, voice: Voice, label: str, row: Row) -> str:
    counted = f" {_tag(voice.t('money.counted'))}" if row["counts_in_total"] else ""
    return (
        f'<tr><th scope="row">{label}{counted}</th>'
        f'<td class="num">{_amount(voice, row)}{_qualified(voice, row)}</td>'
        f"<td>{cells.organisation(row['funder_organisation_id'])}</td>"
        f"<td>{cells.organisation(row['recipient_organisation_id'])}</td>"
        f"<td>{escape(voice.labels['instrument'][row['instrument']])}</td>"
        f"<td>{_decided(voice, row)}</td><td>{cells.record(row['record_id'])}</td></tr>"
    )


def _amount(voice: Voice, row: Row) -> str:
    if row["amount_status"] == "not_published":
        return f'<span class="none">{escape(voice.t("money.not_published"))}</span>'
    if row["amount_eur"] is None and row["amount"] is not None:
        return f"{escape(row['amount'])} {escape(row['currency'])}"
    return voice.euros(row["amount_eur"], f"amount:{row['funding_id']}")


def _qualified(voice: Voice, row: Row) -> str:
    text = ""
    if row["amount_qualifier"] and row["amount_qualifier"] != "exact":
        text += f" {_tag(voice.labels['qualifier'][row['amount_qualifier']])}"
    if row["is_annual"]:
        text += f" {_tag(voice.t('money.annual'))}"
    return text


def _decided(voice: Voice, row: Row) -> str:
    if row["decision_date"]:
        return voice.day(row["decision_date"])
    if row["funding_year"]:
        return f"{row['funding_year']} {_tag(voice.labels['yearbasis'][row['year_basis']])}"
    return voice.day(None)


def _lost_row(cells: Cells, voice: Voice, label: str, other: Row) -> str:
    source = cells.source(other["source_id"], other["source_url"], other["retrieved_at"])
    return (
        f'<tr class="lost"><th scope="row">{label} {_tag(voice.t("project.differs"))}</th>'
        f'<td class="num">{voice.euros(decimal_of(other["value"]))}</td>'
        f'<td colspan="4"><span class="why">{escape(why(voice, other["reason"]))}</span></td>'
        f"<td>{source}</td></tr>"
    )


def _tag(text: str) -> str:
    return f'<span class="tag">{escape(text)}</span>'
