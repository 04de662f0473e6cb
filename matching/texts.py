"""Likeness of texts: character n-grams in one language, a memory of translations between two.

Character n-grams need no lemmatiser (MATCHING.md §12) and say nothing across languages. There a
memory helps: texts that one project is known to bear in two languages, by which other texts that
are like the one and like the other are recognised. What does not belong here: what a likeness
weighs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn

from matching.meaning import embed

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_GRAMS = (3, 5)
#: Below this two titles have no more in common than their endings.
_LEAST_LIKE = 0.2
#: A text is one that the memory knows from this likeness on.
_REMEMBERED = 0.5
#: Titles that differ in an ending or a slip of the pen.
_TWINS = 0.85
#: Centred cosines of unrelated titles lie around 0, of translations around 0.4.
_LEAST_MEANT = 0.15
_CHUNK = 40_000
_ROWS = 2_000
_DIGITS = 4


@dataclass(frozen=True)
class Text:
    """One text of one record."""

    record: int
    language: str
    text: str


class TextTable:
    """All texts of one feature, equal ones once.

    Attributes:
        owners: frame of record and text (index into the distinct texts), sorted.
        languages: of each distinct text.
    """

    def __init__(self, texts: Iterable[Text], most: int) -> None:
        """Read texts; `most` likest others of each are kept for proposals and the memory."""
        rows = sorted({(one.language, one.text, one.record) for one in texts if one.text})
        keys = sorted({(language, text) for language, text, _ in rows})
        place = {key: index for index, key in enumerate(keys)}
        self.texts = [text for _, text in keys]
        self.languages = np.array([language for language, _ in keys], dtype=object)
        self.owners = pd.DataFrame(
            [(record, place[language, text]) for language, text, record in rows],
            columns=["record", "text"],
            dtype=np.int64,
        ).sort_values(["record", "text"], ignore_index=True)
        self._vectors = _vectors(self.texts)
        self._most = most

    def neighbours(self, block_max: int) -> tuple[pd.DataFrame, int]:
        """Pairs of records with like texts, nearest first, until enough stand beside each.

        Returns:
            Frame of left and right (left < right, distinct), and how many texts are borne by so
            many records that equality alone proposes nothing.
        """
        near, most = self.near, self._most
        sizes = self.owners.groupby("text").size()
        near = near.assign(size=near["other"].map(sizes).fillna(0).astype(np.int64))
        before = near.groupby("text")["size"].cumsum() - near["size"]
        crowded = near["size"] > block_max
        near = near[(before < most) & ~crowded]
        return self._bearers(near), int((sizes > block_max).sum())

    def twins(self, block_max: int) -> pd.DataFrame:
        """Pairs of records whose titles are all but equal."""
        near = self.near[self.near["like"] >= _TWINS]
        sizes = self.owners.groupby("text").size()
        near = near[near["other"].map(sizes) <= block_max]
        return self._bearers(near)

    @cached_property
    def near(self) -> pd.DataFrame:
        """Text, other, like: the likest texts of each text, itself among them."""
        found = sp_matmul_topn(
            self._vectors, self._vectors.T.tocsr(), top_n=self._most + 1, threshold=_LEAST_LIKE,
            sort=True, n_threads=1,
        ).tocoo()  # fmt: skip
        frame = pd.DataFrame({"text": found.row, "other": found.col, "like": found.data})
        frame = frame.astype({"text": np.int64, "other": np.int64}).round({"like": _DIGITS})
        return frame.sort_values(
            ["text", "like", "other"], ascending=[True, False, True], ignore_index=True
        )

    def foreign(self, pairs: pd.DataFrame) -> pd.DataFrame:
        """Of pairs of records, those that both have texts and share no language."""
        both = self._text_pairs(pairs["left"].to_numpy(), pairs["right"].to_numpy())
        same = both["language_left"] == both["language_right"]
        shared = same.groupby(both["pair"]).any()
        return pd.DataFrame(pairs.iloc[shared.index[~shared].to_numpy(dtype=np.int64)])

    def likeness(self, left: Ints, right: Ints) -> Floats:
        """Cosine of the likest texts in one language of each pair; NaN where there are none."""
        return _in_slices(self._likeness, left, right)

    def _likeness(self, left: Ints, right: Ints) -> Floats:
        pairs = self._text_pairs(left, right)
        pairs = pairs[pairs["language_left"] == pairs["language_right"]]
        distinct = pairs[["text_left", "text_right"]].drop_duplicates()
        cosines = distinct.assign(like=self._cosines(distinct))
        best = pairs.merge(cosines, on=["text_left", "text_right"]).groupby("pair")["like"].max()
        return _by_pair(best, len(left))

    def translated(self, memory: pd.DataFrame, left: Ints, right: Ints) -> Floats:
        """Likeness by way of the memory of each pair; 0 where both are known to mean another.

        NaN where the memory does not know both texts.
        """
        across = self.across(memory)
        return _in_slices(partial(self._translated, across), left, right)

    def _translated(self, across: pd.DataFrame, left: Ints, right: Ints) -> Floats:
        pairs = self._text_pairs(left, right)
        pairs = pairs[pairs["language_left"] != pairs["language_right"]]
        found = pairs.merge(
            across, left_on=["text_left", "text_right"], right_on=["text", "other"], how="left"
        )
        reached = across[["text", "language"]].drop_duplicates()
        for side, other in (("left", "right"), ("right", "left")):
            known = reached.set_axis([f"text_{side}", f"language_{other}"], axis=1)
            found = found.merge(known.assign(**{f"known_{side}": True}), how="left")
        elsewhere = found["known_left"].notna() & found["known_right"].notna()
        like = found["like"].where(found["like"].notna(), elsewhere.map({True: 0.0, False: np.nan}))
        return _by_pair(like.groupby(found["pair"]).max(), len(left))

    def translations(self, memory: pd.DataFrame, most: int, block_max: int) -> pd.DataFrame:
        """Pairs of records whose texts the memory knows as translations, the likest first."""
        across = self.across(memory).sort_values(
            ["text", "language", "like", "other"], ascending=[True, True, False, True]
        )
        sizes = self.owners.groupby("text").size()
        across["size"] = across["other"].map(sizes).astype(np.int64)
        before = across.groupby(["text", "language"])["size"].cumsum() - across["size"]
        across = across[(before < most) & (across["size"] <= block_max)]
        return self._bearers(across)

    @cached_property
    def _meanings(self) -> Floats:
        return np.asarray(embed(self.texts, list(self.languages)), dtype=np.float64)

    def meaning(self, left: Ints, right: Ints) -> Floats:
        """Likeness of meaning where two records share no language; NaN elsewhere.

        Raises:
            ImportError: the extra `semantic` is not installed.
        """
        return _in_slices(self._meaning, left, right)

    def _meaning(self, left: Ints, right: Ints) -> Floats:
        pairs = self._text_pairs(left, right)
        same = (pairs["language_left"] == pairs["language_right"]).groupby(pairs["pair"])
        pairs = pairs[~same.transform("any").to_numpy(dtype=bool)]
        one, other = pairs["text_left"].to_numpy(), pairs["text_right"].to_numpy()
        like = np.einsum("ij,ij->i", self._meanings[one], self._meanings[other]).round(_DIGITS)
        return _by_pair(pd.Series(like).groupby(pairs["pair"].to_numpy()).max(), len(left))

    def meant(self, most: int, block_max: int) -> pd.DataFrame:
        """Pairs of records whose titles in two languages mean nearly the same, nearest first."""
        found = []
        sizes = np.bincount(self.owners["text"], minlength=len(self.texts))
        for start in range(0, len(self.texts), _ROWS):
            rows = slice(start, start + _ROWS)
            like = self._meanings[rows] @ self._meanings.T
            like[self.languages[rows, None] == self.languages[None, :]] = -1
            like[:, sizes > block_max] = -1
            best = np.argsort(-like.round(_DIGITS), axis=1, kind="stable")[:, :most]
            text = np.repeat(np.arange(start, start + len(like)), best.shape[1])
            kept = np.take_along_axis(like, best, axis=1).ravel() >= _LEAST_MEANT
            found.append(pd.DataFrame({"text": text, "other": best.ravel()})[kept])
        near = pd.concat(found) if found else pd.DataFrame(columns=["text", "other"], dtype=int)
        return self._bearers(near)

    def across(self, memory: pd.DataFrame) -> pd.DataFrame:
        """Text, other, language (of the other), like: what the memory connects, both ways.

        Args:
            memory: frame of left and right, records that are one project for certain.
        """
        known = self._text_pairs(memory["left"].to_numpy(), memory["right"].to_numpy())
        known = known[known["language_left"] != known["language_right"]]
        one = known[["text_left", "text_right"]].set_axis(["source", "target"], axis=1)
        two = known[["text_right", "text_left"]].set_axis(["source", "target"], axis=1)
        known = pd.concat([one, two]).drop_duplicates(ignore_index=True)
        near = self.near
        near = near[near["like"] >= _REMEMBERED]
        language = self.languages
        near = near[language[near["text"]] == language[near["other"]]]
        step = near.merge(known, left_on="other", right_on="source")[["text", "like", "target"]]
        step = step.merge(near, left_on="target", right_on="text", suffixes=("", "_far"))
        step["like"] = step[["like", "like_far"]].min(axis=1)
        found = step.rename(columns={"other": "reached"})[["text", "reached", "like"]]
        found = found.groupby(["text", "reached"], as_index=False)["like"].max()
        found = found.rename(columns={"reached": "other"})
        return pd.DataFrame(found).assign(
            language=language[found["other"].to_numpy(dtype=np.int64)]
        )

    def _bearers(self, near: pd.DataFrame) -> pd.DataFrame:
        """Pairs of records that bear the two texts of a row (`text`, `other`)."""
        pairs = near.merge(self.owners, on="text").merge(
            self.owners, left_on="other", right_on="text", suffixes=("_left", "_right")
        )
        return ordered_pairs(pairs[["record_left", "record_right"]].to_numpy())

    def _text_pairs(self, left: Ints, right: Ints) -> pd.DataFrame:
        """Pair, text_left, text_right, and their languages: every text of one beside the other's.

        Size: pairs x texts x texts of a record.
        """
        pairs = pd.DataFrame({"pair": np.arange(len(left)), "left": left, "right": right})
        both = pairs.merge(self.owners, left_on="left", right_on="record").merge(
            self.owners, left_on="right", right_on="record", suffixes=("_left", "_right")
        )
        for side in ("left", "right"):
            both[f"language_{side}"] = self.languages[both[f"text_{side}"].to_numpy(dtype=np.int64)]
        return both

    def _cosines(self, pairs: pd.DataFrame) -> Floats:
        """Cosine of each row's two texts, in slices that bound the memory."""
        one, other = pairs["text_left"].to_numpy(), pairs["text_right"].to_numpy()
        found = np.zeros(len(pairs))
        for start in range(0, len(pairs), _CHUNK):
            part = slice(start, start + _CHUNK)
            product = self._vectors[one[part]].multiply(self._vectors[other[part]])
            found[part] = np.asarray(product.sum(axis=1)).ravel()
        return found.round(_DIGITS)


def ordered_pairs(pairs: npt.NDArray[np.int64]) -> pd.DataFrame:
    """Frame of left and right with left < right, each pair once, sorted."""
    low, high = pairs.min(axis=1), pairs.max(axis=1)
    frame = pd.DataFrame({"left": low[low < high], "right": high[low < high]})
    return frame.drop_duplicates().sort_values(["left", "right"], ignore_index=True)


def _in_slices(answer: Callable[[Ints, Ints], Floats], left: Ints, right: Ints) -> Floats:
    """The answer for all pairs, a slice at a time: what a slice takes is given back."""
    parts = [
        answer(left[start : start + _CHUNK], right[start : start + _CHUNK])
        for start in range(0, len(left), _CHUNK)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)


def _by_pair(best: pd.Series, length: int) -> Floats:
    found = np.full(length, np.nan)
    found[best.index.to_numpy(dtype=np.int64)] = best.to_numpy(dtype=float)
    return found


def _vectors(texts: Sequence[str]) -> sparse.csr_matrix:
    if not texts:
        return sparse.csr_matrix((0, 1))
    maker = TfidfVectorizer(analyzer="char_wb", ngram_range=_GRAMS, sublinear_tf=True)
    return sparse.csr_matrix(maker.fit_transform(texts))
