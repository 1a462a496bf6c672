"""The labels of places.tsv: which words tell an act, and which where it was."""
import collections
import re

from corpus import read_table

LABEL = re.compile(r"(\d+)-(\d+)@(?:(\d+)-(\d+)|-)")

Span = collections.namedtuple("Span", "start end")


def read_labels():
    """{article's id: [(words of the act, words of its place or None)]}, in the order of the file."""
    articles = {}
    for doc, words in read_table("places.tsv"):
        labels = articles[doc] = []
        for word in words:
            start, end, place, last = LABEL.fullmatch(word).groups()
            labels.append((Span(int(start), int(end)), Span(int(place), int(last)) if place else None))
    return articles


def bare(name):
    return re.sub("^[وبل](?=ال|.{4})|[#\"«»“”]", "", name)
