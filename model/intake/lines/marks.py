"""Lines that a note or a flag marks: gifts, and orders that were placed only to be counted."""

import re

import numpy as np

from model.fields import clean
from model.intake.layouts.headings import normal
from model.intake.layouts.layout import Marks
from model.intake.lines.source import NEVER, Bools, Source


def marked(source: Source, marks: Marks) -> Bools:
    """The lines that bear one of the marks; a word of one sign must be the whole cell (刷 stands in 牙刷 too)."""
    words = [word for word in map(normal, marks.words) if word]
    held = re.compile("|".join(re.escape(word) for word in words if len(word) > 1) or NEVER)
    lines = np.zeros(source.rows, bool)
    for name in filter(source.has, marks.columns):
        coded = source.coded(source.places[name][0])
        texts = map(str.casefold, map(str, coded.words))
        found = (bool(held.search(text)) or normal(clean(text)) in words for text in texts)
        lines |= np.fromiter(found, bool, len(coded.words))[coded.codes]
    return lines


def perhaps_marked(source: Source, marks: Marks) -> Bools:
    """The lines that bear one of the words that mark a line only beside another sign."""
    columns = [source.coded(source.places[name][0]) for name in filter(source.has, marks.columns)]
    # Most files have no such word, which a look at all cells at once tells soonest.
    texts = ["\n".join(map(str, coded.words)) for coded in columns]
    if any(word in text for word in marks.unsure for text in texts):
        return marked(source, Marks(marks.columns, marks.unsure))
    return np.zeros(source.rows, bool)
