"""Stand-ins for our macros, so that sqlfluff can render a model without dbt.

sqlfluff loads this folder as the library of its jinja templater (see `.sqlfluff`); dbt never
reads it. Each function gives SQL of the shape of the macro of the same name. What does not
belong here: logic, for nothing here ever runs against data.
"""

from __future__ import annotations


def explode(list_column: str, name: str) -> str:
    """A lateral join that gives one row an element."""
    return (
        f"cross join unnest({list_column}) with ordinality\n"
        f"        as {name}_rows ({name}, {name}_position)"
    )


def prefer_by_trust(relation: str, partition: list[str]) -> str:
    """A select over `relation` with the verdict added."""
    columns = ", ".join(["statements.*", *partition, "1 as preference", "'reason' as reason"])
    return " ".join(["select", columns, "from", relation, "as statements"])


def part_order(relation: str) -> str:
    """Two columns to sort by."""
    return f"{relation}.record_kind, {relation}.part"


def surrogate_key(columns: list[str], length: int = 20) -> str:
    """One text out of several columns."""
    return f"left(concat({', '.join(columns)}), {length})"


def record_key(source_id: str, kind: str, native_id: str) -> str:
    """One text out of three columns."""
    return f"concat({source_id}, {kind}, {native_id})"


def roles_of_decision(recipient: str, business_id: str, funder: str, is_person: str) -> str:
    """A list of structs."""
    return f"[row({recipient}, {business_id}, {funder}, {is_person})]"


def _function(name: str, *arguments: str) -> str:
    return f"{name}({', '.join(arguments)})"


def distinct_list(expression: str) -> str:
    """An aggregate."""
    return _function("list", expression)


def sorted_set(list_expression: str) -> str:
    """A function of a list."""
    return _function("list_sort", list_expression)


def lists_meet(left_list: str, right_list: str) -> str:
    """A condition on two lists."""
    return _function("list_has_any", left_list, right_list)


def lists_clash(left_list: str, right_list: str) -> str:
    """A condition on two lists."""
    return _function("list_has_any", left_list, right_list)


def regions_clash(left_list: str, right_list: str) -> str:
    """A condition on two lists."""
    return _function("list_has_any", left_list, right_list)


def normalise_text(column: str) -> str:
    """A function of a text."""
    return _function("lower", column)


def normalise_name(column: str) -> str:
    """A function of a text."""
    return _function("lower", column)


def comparable_title(column: str) -> str:
    """A function of a text."""
    return _function("lower", column)


def organisation_type_of(column: str) -> str:
    """A function of a text."""
    return _function("lower", column)


def epoch_seconds(instant: str) -> str:
    """A function of an instant."""
    return _function("epoch", instant)


def epoch_minutes(instant: str) -> str:
    """A function of an instant."""
    return _function("epoch", instant)


def is_person_like(column: str) -> str:
    """A condition on a text."""
    return _function("starts_with", column, "'x'")


def name_before_rename(column: str) -> str:
    """A function of a text."""
    return _function("lower", column)


def name_of_rename(column: str) -> str:
    """A function of a text."""
    return _function("lower", column)


def name_before_acronym(column: str) -> str:
    """A function of a text."""
    return _function("lower", column)


def name_in_parentheses(column: str) -> str:
    """A function of a text."""
    return _function("lower", column)


def name_before_border(column: str) -> str:
    """A function of a text."""
    return _function("lower", column)


def name_behind_border(column: str) -> str:
    """A function of a text."""
    return _function("lower", column)


def form_of_law(column: str) -> str:
    """A function of a text."""
    return _function("lower", column)


def without_form_of_law(column: str) -> str:
    """A function of a text."""
    return _function("lower", column)


def without_case_of_form(column: str) -> str:
    """A function of a text."""
    return _function("lower", column)


def language_of_name(column: str) -> str:
    """A function of a text."""
    return _function("lower", column)


def place_stem(column: str) -> str:
    """A function of a text."""
    return _function("lower", column)


def is_acronym(column: str) -> str:
    """A condition on a text."""
    return _function("coalesce", f"{column} = 'ABC'", "false")


def grouped_over(name: str, nodes: str, edges: str, rounds: int = 6) -> str:
    """One CTE in place of the chain."""
    select = " ".join(["select left_base as base,", f"'{nodes}' as label", "from", edges])
    return f"{name}_{rounds} as ({select})"


def organisation_types() -> str:
    """Literals of a list."""
    return "'a', 'b'"


def sentences_of(text: str) -> str:
    """A list of texts."""
    return _function("string_split", text, "'.'")


def words_of(text: str) -> str:
    """A list of texts."""
    return _function("string_split", text, "' '")


def name_parts_of(text: str) -> str:
    """A list of texts."""
    return _function("string_split", text, "'-'")


def list_without_nulls(expressions: list[str]) -> str:
    """A list."""
    return f"[{', '.join(expressions)}]"


def joined_text(expression: str, order_column: str, separator: str) -> str:
    """An aggregate."""
    return f"string_agg({expression}, '{separator}' order by {order_column})"


def shared_elements(left_list: str, right_list: str) -> str:
    """A function of two lists."""
    return _function("list_intersect", left_list, right_list)


def months_in_common(first_day: str, last_day: str) -> str:
    """A function of two days."""
    return _function("datesub", "'month'", first_day, last_day)


def months_later(day: str, months: int) -> str:
    """A function of a day."""
    return _function("date_add", day, str(months))


def rarity(holders: str, total: str) -> str:
    """A function of two numbers."""
    return _function("ln", f"{total} / {holders}")


def likeness(shared: str, left_total: str, right_total: str) -> str:
    """A function of three numbers."""
    return _function("least", shared, left_total, right_total)


def is_phase_word(word: str) -> str:
    """A condition on a text."""
    return _function("starts_with", word, "'x'")


def names_actors(sentence: str) -> str:
    """A condition on a text."""
    return _function("starts_with", sentence, "'x'")


def names_a_theme(theme_codes: str) -> str:
    """A condition on a list."""
    return _function("list_contains", theme_codes, "'x'")


def date_span(day: str, precision: str) -> str:
    """A text."""
    return _function("concat", day, precision)


def with_joker(list_expression: str, condition: str) -> str:
    """A list."""
    return _function("coalesce", list_expression, f"[{condition}]")


def sole_code_owners(also: str = "") -> str:
    """A select of three columns."""
    condition = also or "codes.code is not null"
    return " ".join(
        ["select codes.scheme, codes.code, codes.project_id from a as codes where", condition]
    )


def fits_pattern(text: str, pattern_column: str) -> str:
    """A condition on two texts."""
    return _function("starts_with", text, pattern_column)


def fitting_text(text: str, pattern_column: str) -> str:
    """A function of two texts."""
    return _function("concat", text, pattern_column)
