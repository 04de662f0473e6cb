"""The replica's release pages, newsrooms and feeds as HTML and RSS.

What does not belong here: what a release says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC
from email.utils import format_datetime
from html import escape

from ingestion.sandbox.phenomena.pen import Pen
from ingestion.sandbox.phenomena.people import invent_contact
from ingestion.sources.ely_releases.replica_decisions import Body
from ingestion.sources.ely_releases.replica_plan import HELSINKI, Item

HOST = "https://www.sttinfo.fi"
_WORDS = {
    "fi": ("Tiedote", "Jaa", "Avainsanat", "Yhteyshenkilöt", "Tietoja julkaisijasta",
           "Tilaa tiedotteet sähköpostiisi", "Lue lisää julkaisijalta"),
    "sv": ("Pressmeddelande", "Dela", "Nyckelord", "Kontakter", "Information om utgivaren",
           "Prenumerera på pressmeddelanden", "Läs mer från utgivaren"),
}  # fmt: skip


def stamp(item: Item) -> str:
    """`8.2.2024 09:06:39 EET`: Finnish time with its zone word."""
    local = item.published.astimezone(HELSINKI)
    clock = f"{local:%H:%M:%S} {local.tzname()}"
    return f"{local.day}.{local.month}.{local.year} {clock}"


def address(item: Item, publisher: str, *, old: bool) -> str:
    """Public address in the new or the old shape."""
    if old:
        return (
            f"{HOST}/tiedote/{item.slug}?publisherId={publisher}"
            f"&releaseId={item.release_id}&lang={item.language}"
        )
    return (
        f"{HOST}/tiedote/{item.release_id}/{item.slug}?lang={item.language}&publisherId={publisher}"
    )


def _p(text: str) -> str:
    return f"<p>{escape(text, quote=False)}</p>"


def render_release(pen: Pen, item: Item, body: Body, publisher: str, others: Sequence[Item]) -> str:
    """A release page; `others` are teased below the cut."""
    kind, share, keywords, contacts, about, order, more = _WORDS[
        "sv" if item.language == "sv" else "fi"
    ]
    contact = invent_contact(pen)
    mail = "[email protected]" if pen.ordinal % 3 == 0 else contact.mail
    parts = [
        "<!doctype html>",
        f'<html lang="{item.language}"><head><meta charset="utf-8">'
        f"<title>{escape(item.title, quote=False)}</title></head><body>",
        _p(publisher),
        f"<h1>{escape(item.title, quote=False)}</h1>",
        _p(f"{stamp(item)} | {publisher} | {kind}") + _p(share),
        *(_p(text) for text in body.paragraphs),
    ]
    if pen.ordinal % 4:
        parts.append(
            f"<h2>{keywords}</h2>" + _p("ohjaus" if item.language == "fi" else "handledning")
        )
    parts += [
        f"<h2>{contacts}</h2>" + _p(f"{contact.name}, p. {contact.phone}, {mail}"),
        f"<h2>{about}</h2>" + _p("Julkaisija on keksitty."),
        f"<h2>{order}</h2>" + _p("Saat uutiset sähköpostiisi."),
    ]
    if others:
        parts.append(f"<h2>{more} {escape(publisher, quote=False)}</h2>")
        for other in others:
            pen.use("page.teaser")
            pen.use("date.word_glued")
            word = _WORDS["sv" if other.language == "sv" else "fi"][0]
            parts.append(_p(f"{other.title}{stamp(other)} | {word}"))
            parts.append(_p(teaser_text(other)))
    parts.append("</body></html>\n")
    return "\n".join(parts)


def teaser_text(other: Item) -> str:
    """A line of another release, with a sum that belongs to it alone."""
    return f"Toisesta tiedotteesta: myönnettiin {teaser_sum(other) // 100} euroa."


def teaser_sum(other: Item) -> int:
    """The sum in a teaser, in cents."""
    return (int(other.release_id) % 900 + 100) * 100_000


def render_newsroom(title: str, publisher: str, items: Iterable[Item]) -> str:
    """A list of releases in which title and date run together."""
    rows = "".join(
        f'<div><a href="/tiedote/{item.release_id}/{item.slug}?lang={item.language}">'
        f"{escape(item.title, quote=False)}{stamp(item)} | "
        f"{_WORDS['sv' if item.language == 'sv' else 'fi'][0]}</a></div>\n"
        for item in items
    )
    return (
        f'<!doctype html>\n<html lang="fi"><head><meta charset="utf-8"><title>{title}</title>'
        f"</head><body><h1>{title}</h1><!-- {publisher} -->\n{rows}</body></html>\n"
    )


def render_feed(title: str, publisher: str, items: Iterable[Item]) -> str:
    """RSS 2.0 with both link shapes, and optional elements that may be missing."""
    rows = []
    for item in items:
        old = (item.number + int(publisher)) % 2 == 1
        zone = UTC if item.number % 3 else HELSINKI
        when = format_datetime(item.published.astimezone(zone), usegmt=zone is UTC)
        guid = f'<guid isPermaLink="false">{item.release_id}</guid>' if item.number % 5 else ""
        text = "<description>Lyhyt kuvaus.</description>" if item.number % 4 == 0 else ""
        rows.append(
            f"<item><title>{escape(item.title)}</title>"
            f"<link>{escape(address(item, publisher, old=old))}</link>{guid}"
            f"<pubDate>{when}</pubDate>{text}</item>\n"
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>'
        f"<title>{escape(title)}</title><link>{HOST}/uutishuone/{publisher}/x/r</link>\n"
        f"{''.join(rows)}</channel></rss>\n"
    )
