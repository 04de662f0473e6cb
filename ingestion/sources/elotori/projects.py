"""From the blocks of one module to its projects and outputs.

One project may run over several blocks, and one module may hold several projects. A block is a
project's only when its own heading names something and a fact stands below it. What does not
belong here: how a fact is read (`facts.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingestion.records import Language, OutputRecord, ProjectRecord, Status
from ingestion.scraper import Drift, Rejected
from ingestion.sources.elotori.blocks import Block, Line, Link
from ingestion.sources.elotori.codes import is_named_by, read_codes
from ingestion.sources.elotori.facts import (
    Period,
    lead_of,
    read_amounts,
    read_organisations,
    read_page_instrument,
    read_programme,
    read_project_period,
    read_regions,
)
from ingestion.sources.elotori.labels import Field, find_label
from ingestion.sources.elotori.names import bare_name, is_generic, names_something, read_heading
from ingestion.sources.elotori.outputs import OutputType, output_type_of, read_output
from ingestion.sources.elotori.reading import Reading, own_lines, read_lines
from ingestion.sources.elotori.subprojects import announces_parts, read_subprojects
from ingestion.sources.elotori.told import is_headline, is_list_of_projects, read_told
from ingestion.sources.elotori.urls import is_outside
from ingestion.text.classify import find_target_groups, find_themes
from ingestion.text.guidance import judge_guidance
from ingestion.text.language import detect_language
from ingestion.text.money import find_amounts
from ingestion.text.names import comparable, slug
from ingestion.text.privacy import redact

_MAX_FACT = 240
#: Fields that say what a project does.
_DEEDS: tuple[Field, ...] = ("aim", "about")
#: Fields that say what a project is for.
_AIMS: tuple[Field, ...] = ("aim", "target", "about")


@dataclass
class Chapter:
    """All blocks that belong to one heading; `category` where it lies under tools or methods.

    `is_part` where it lies under a heading that announces parts of the page's project; `parts`
    are the headings of those.
    """

    heading: str
    category: OutputType | None
    is_part: bool = False
    parts: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    loose_links: list[Link] = field(default_factory=list)
    reading: Reading = field(default_factory=Reading)


@dataclass(frozen=True)
class ModuleContext:
    """What a module's chapters share.

    Attributes:
        module_id: `data-id`.
        title: `h1` of the module.
        source_url: the page a person can open.
        part: part of its records.
        category: kind of output when the page collects outputs.
        language: language of the whole page by its content.
        licence: licence the page states.
        statuses: status words of the source, lower case.
    """

    module_id: str
    title: str
    source_url: str
    part: str
    category: OutputType | None
    language: Language | None
    licence: str | None
    statuses: Mapping[str, str]


Said = ProjectRecord | OutputRecord | Rejected | Drift


def read_module(blocks: Sequence[Block], context: ModuleContext) -> Iterator[Said]:
    """Projects, outputs, rejected chapters and unknown labels of one module."""
    first, *named = _chapters(blocks, context)
    outputs = [chapter for chapter in named if _is_output(chapter)]
    rest = [chapter for chapter in named if chapter not in outputs]
    projects = [chapter for chapter in rest if _is_project(chapter, context.title)]
    if context.category or _is_output(first):
        outputs = outputs or _outputs_of(first)
    elif _is_project(first, context.title) or _is_umbrella(first):
        projects = _with_first(first, projects)
    yield from _project_records(projects, first, context)
    yield from _output_records(outputs, context)


def own_text(title: str, blocks: Sequence[Block]) -> str:
    """What a module says of its own matter, one line a row; contacts are left out."""
    lines = [title]
    is_contact = False
    for block in blocks:
        if block.heading is not None:
            is_contact = _is_contact(block.heading)
            lines += [] if is_contact else [block.heading]
        if not is_contact:
            lines += own_lines(block.lines)
    return "\n".join(lines)


def _chapters(blocks: Sequence[Block], context: ModuleContext) -> list[Chapter]:
    """Chapters by naming heading; the first one stands under the module's title."""
    chapters = [Chapter(context.title, context.category)]
    scopes: list[tuple[int, OutputType | None]] = []
    skipped_level: int | None = None
    parts_level: int | None = None
    for block in blocks:
        if block.heading is not None:
            if parts_level is not None and block.level <= parts_level:
                parts_level = None
            if announces_parts(block.heading):
                parts_level = block.level
            scopes = [scope for scope in scopes if scope[0] < block.level]
            skipped_level = block.level if _is_contact(block.heading) else None
            if kind := output_type_of(block.heading, strict=True):
                scopes.append((block.level, kind))
            elif is_generic(block.heading):
                scopes.append((block.level, None))
            elif names_something(block.heading):
                category = scopes[-1][1] if scopes else context.category
                chapters.append(Chapter(block.heading, category, parts_level is not None))
        if skipped_level is None:
            _extend(chapters[-1], block)
    chapters = [part for chapter in chapters for part in _split_at_names(chapter)]
    for chapter in chapters:
        chapter.reading = read_lines(chapter.lines)
    return chapters


def _extend(chapter: Chapter, block: Block) -> None:
    heading = block.heading
    if heading is not None and heading != chapter.heading and find_label(heading) is not None:
        group = min((line.group for line in block.lines), default=0) - 1
        chapter.lines.append(Line(heading, group))
    chapter.lines.extend(block.lines)
    chapter.loose_links.extend(block.loose_links)


def _is_contact(heading: str) -> bool:
    found = find_label(heading)
    return found is not None and found.label.field == "person"


def _split_at_names(chapter: Chapter) -> Iterator[Chapter]:
    """A line `Hanke: X` under a heading that names nothing opens a chapter of its own."""
    if names_something(chapter.heading):
        yield chapter
        return
    current = chapter
    lines, chapter.lines = chapter.lines, []
    opened = [current]
    for line in lines:
        found = find_label(line.text)
        if found and found.label.field == "name" and found.value:
            current = Chapter(found.value, chapter.category)
            opened.append(current)
        else:
            current.lines.append(line)
    yield from opened


def _is_output(chapter: Chapter) -> bool:
    if chapter.category:
        return True
    if chapter.reading.has_fact:
        return False
    return output_type_of(chapter.heading, strict=False) is not None and bool(
        chapter.lines or chapter.loose_links
    )


def _outputs_of(first: Chapter) -> list[Chapter]:
    """The module itself as an entry, or the links of a bare list."""
    is_collection = output_type_of(first.heading, strict=True) is not None
    if names_something(first.heading) and not is_collection and not _only_lists_pages(first):
        return [first]
    # Pages of the same site tell about themselves; other links are all there is.
    entries = [
        Chapter(line.links[0].text, first.category, lines=[line])
        for line in first.lines
        if line.is_item and line.links and line.links[0].text and is_outside(line.links[0].href)
    ]
    for entry in entries:
        entry.reading = Reading(prose=entry.lines)
    return entries


def _only_lists_pages(chapter: Chapter) -> bool:
    """Whether nothing but links to other pages of the site stands there."""
    links = [link for link in chapter.reading.links if not is_outside(link.href)]
    return bool(links) and not chapter.reading.has_sentence and not chapter.reading.values


def _is_project(chapter: Chapter, title: str) -> bool:
    return _has_facts(chapter) or _is_told(chapter, title)


def _is_umbrella(chapter: Chapter) -> bool:
    """Whether the chapter names something and says which projects belong to it."""
    return names_something(chapter.heading) and bool(chapter.reading.texts("parts"))


def _has_facts(chapter: Chapter) -> bool:
    """Whether a label or a project code says what the chapter is about."""
    if not chapter.reading.has_fact:
        beside = read_heading(chapter.heading, None).beside
        codes = read_codes(chapter.reading, beside, chapter.loose_links)
        return any(code.role == "own" and code.scheme == "eura" for code in codes)
    return True


def _is_told(chapter: Chapter, title: str) -> bool:
    """Whether sentences alone tell of a project: who runs it, or also its time or its money.

    Who runs it is enough where the heading names a project, on a page of its own or in a list.
    """
    reading = chapter.reading
    told = read_told(reading, chapter.heading)
    is_alone = told.is_outright and (chapter.heading == title or is_list_of_projects(title))
    if not told.having("lead"):
        return False
    if is_alone and names_something(chapter.heading) and not is_headline(chapter.heading):
        return True
    has_period = read_project_period(reading, "", None) != Period()
    return has_period or bool(find_amounts(reading.free_text))


def _is_strong(chapter: Chapter) -> bool:
    """Whether a lead or a code stands there, not only a sum or a time."""
    reading = chapter.reading
    return bool(reading.texts("lead", "implementer", "coordinator", "code"))


def _with_first(first: Chapter, projects: list[Chapter]) -> list[Chapter]:
    """Decide whether the title names a project, and which chapters are only parts of it."""
    if not names_something(first.heading):
        return [first, *projects]
    # Below a project's own title sentences tell of that project.
    projects = [chapter for chapter in projects if _has_facts(chapter)]
    parts = [chapter for chapter in projects if chapter.is_part]
    first.parts = [_name_of(chapter) for chapter in parts]
    strong = [chapter for chapter in projects if _is_strong(chapter) and not chapter.is_part]
    if len(strong) >= 2 and not first.reading.first("code"):
        return projects  # a list with an introduction; an umbrella is no project of its own
    if _is_strong(first):
        return [first, *strong, *parts]
    return [first, *projects]


def _project_records(
    projects: Sequence[Chapter], first: Chapter, context: ModuleContext
) -> Iterator[Said]:
    named = [chapter for chapter in projects if names_something(_name_of(chapter))]
    for chapter in projects:
        yield from (Drift("label", "block", label) for label in chapter.reading.unknown)
        if chapter not in named and (chapter is not first or not named):
            yield Rejected(
                step="project name",
                reason="facts of a project under a heading that names none",
                row=context.module_id,
                field="name",
                native_id=context.module_id,
            )
    for chapter, native_id in zip(named, _ids(named, context), strict=True):
        yield _project(chapter, native_id, context)


def _name_of(chapter: Chapter) -> str:
    return chapter.reading.first("name") or chapter.heading


def _ids(chapters: Sequence[Chapter], context: ModuleContext) -> list[str]:
    """`data-id`, or `data-id#slug` where one module holds several."""
    if len(chapters) == 1:
        return [context.module_id]
    used: Counter[str] = Counter()
    ids: list[str] = []
    for chapter in chapters:
        key = slug(chapter.heading) or "nimeton"
        used[key] += 1
        suffix = f"-{used[key]}" if used[key] > 1 else ""
        ids.append(f"{context.module_id}#{key}{suffix}")
    return ids


def _project(chapter: Chapter, native_id: str, context: ModuleContext) -> ProjectRecord:
    reading = chapter.reading
    language = _language(chapter, context)
    heading = read_heading(_name_of(chapter), language)
    beside = " ; ".join({heading.beside, read_heading(chapter.heading, language).beside} - {""})
    organisations = read_organisations(reading, read_told(reading, chapter.heading))
    instrument = read_page_instrument(reading, beside)
    period = read_project_period(reading, beside, language)
    codes = read_codes(reading, beside, chapter.loose_links)
    subprojects = read_subprojects(reading, context.source_url, chapter.parts)
    guidance = judge_guidance(heading.name, *reading.texts(*_AIMS), reading.free_text)
    said_aim = bool(reading.texts(*_AIMS)) or reading.has_sentence
    status_raw = reading.first("status")
    names = dict(heading.translations)
    for code, field_name in (("fi", "name_fi"), ("sv", "name_sv"), ("en", "name_en")):
        if stated := reading.first(field_name):  # type: ignore[arg-type]
            names[code] = bare_name(stated)  # type: ignore[index]
    if language:
        names.setdefault(language, heading.name)
    return ProjectRecord(
        native_id=native_id,
        part=context.part,
        source_url=context.source_url,
        locator=f"article[data-id={context.module_id}]",
        name=heading.name,
        name_fi=names.get("fi"),
        name_sv=names.get("sv"),
        name_en=names.get("en"),
        makes_project=lead_of(organisations) is not None or is_named_by(codes, subprojects),
        record_type="page",
        language=language,
        summary=_summary(reading, context),
        status=_status(status_raw, context),
        status_raw=status_raw,
        programme=read_programme(reading),
        instrument=instrument,
        subprojects=subprojects,
        start_date=period.start,
        start_precision=period.start_precision,
        end_date=period.end,
        end_precision=period.end_precision,
        codes=codes,
        organisations=organisations,
        regions=read_regions(reading, heading.name),
        amounts=read_amounts(reading, language, instrument, organisations),
        is_guidance=guidance.is_guidance if guidance.is_guidance or said_aim else None,
        guidance_evidence=redact(guidance.evidence) if guidance.evidence else None,
        themes=find_themes(heading.name, *reading.texts(*_DEEDS), reading.free_text),
        target_groups=find_target_groups(heading.name, *reading.texts(*_AIMS), reading.free_text),
    )


def _language(chapter: Chapter, context: ModuleContext) -> Language | None:
    """Language of the chapter's own words; the labels tell where the values cannot."""
    reading = chapter.reading
    words = [value.words for found in reading.values.values() for value in found]
    text = "\n".join([chapter.heading, *words, *reading.texts(*_AIMS), reading.free_text])
    return detect_language(text) or context.language


def _status(raw: str | None, context: ModuleContext) -> Status | None:
    if raw is None:
        return None
    return context.statuses.get(comparable(raw).rstrip("."), "unknown")  # type: ignore[return-value]


def _summary(reading: Reading, context: ModuleContext) -> str | None:
    """Labelled facts only: running text is stored where the page states a licence for it."""
    parts = []
    if context.licence and (aim := reading.first("aim")):
        parts.append(aim)
    if target := reading.first("target"):
        parts.append(target)
    text = redact(" – ".join(part.replace("\n", ", ") for part in parts))
    return text if text and len(text) <= _MAX_FACT else None


def _output_records(outputs: Iterable[Chapter], context: ModuleContext) -> Iterator[OutputRecord]:
    chapters = list(outputs)
    for chapter, native_id in zip(chapters, _ids(chapters, context), strict=True):
        yield read_output(
            heading=chapter.heading,
            native_id=native_id,
            category=chapter.category or context.category,
            reading=chapter.reading,
            loose_links=chapter.loose_links,
            source_url=context.source_url,
            part=context.part,
            module_id=context.module_id,
            licence=context.licence,
        )
