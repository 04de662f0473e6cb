"""What matching costs by size: the records of one set, many times over, each time in other words.

Letters are turned within vowels and consonants, so that a copy has words, codes and bodies of its
own and the same relations among them. What does not belong here: quality (`run.py`).
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pandas as pd

from matching.matcher import match
from matching.table import read_records
from tests.benchmarks.matching.sets import HERE, read_set

_SET = HERE / "sets" / "elo_like_11"
_CIRCLES = ("aeiouyäö", "bcdfghjklmnprstv")
_TURNED = ("title", "org")
_COUNTED = ("hanke_tunnus", "eura_code")


def main() -> None:
    """Arguments: number of records, folder of the data. Prints one line of JSON."""
    wanted, data = int(sys.argv[1]), Path(sys.argv[2])
    one = read_set(_SET, data)
    copies = [_copy(one.frame, number) for number in range(-(-wanted // len(one.frame)))]
    frame = pd.concat(copies, ignore_index=True).iloc[:wanted]
    records = read_records(frame, one.spec, "key", language="lang")
    began = time.process_time()
    matched = match(one.spec, records)
    figures = {
        "records": len(frame),
        "pairs": len(matched.pairs),
        "groups": len(set(matched.labels)),
        "match_cpu_s": round(time.process_time() - began, 2),
    }
    print(json.dumps(figures))  # noqa: T201


def _copy(frame: pd.DataFrame, number: int) -> pd.DataFrame:
    table = str.maketrans(
        {
            letter: circle[(place + step) % len(circle)]
            for circle, step in zip(_CIRCLES, (number, number // 8 + number), strict=True)
            for place, letter in enumerate(circle)
        }
    )
    mark = _letters(number)
    turned = frame.copy()
    for column in _TURNED:
        turned[column] = [_turn(text, table, mark) for text in frame[column]]
    for column in _COUNTED:
        turned[column] = [f"{text}-{number}" if text else "" for text in frame[column]]
    return turned.assign(key=[f"{key}-{number:04d}" for key in frame["key"]])


def _turn(text: str, table: dict[int, str], mark: str) -> str:
    """Long words in other letters and with a mark of the copy; what frames a title stays."""
    words = [
        f"{word[:3].translate(table)}{mark}{word[3:].translate(table)}"
        if len(word) > 6 and not word.isupper()
        else word
        for word in text.split(" ")
    ]
    return " ".join(words)


def _letters(number: int) -> str:
    first, second = divmod(number, len(_CIRCLES[1]))
    return _CIRCLES[0][first % len(_CIRCLES[0])] + _CIRCLES[1][second]


if __name__ == "__main__":
    main()
