#!/usr/bin/env python3
"""A large archive to measure a ledger with: make-archive.py CORPUS.jsonl[.gz] DOCUMENTS > archive.jsonl

CORPUS has {"id","text","title","published","outlet"} a line. Each document made is sentences of
three of its reports in turn, with places, digits and family names drawn anew, published on a
day of fifteen years; one in twenty is a near-copy of one of the fifty before it, by another
outlet. The same arguments give the same archive. What comes out is other people's sentences:
it is for measuring on this machine, and nothing of it is kept in the repository.
"""
import gzip, json, pathlib, random, re, sys
from datetime import date, timedelta

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
FIRST, DAYS = date(2009, 1, 1), 15 * 365
COPIES = 0.05
DIGITS = re.compile(r"(?<![\d./:-])\d{1,3}(?![\d./:-])")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def places():
    """Arabic names of towns, of one word, by the word."""
    names = set()
    for file in sorted(DATA.glob("places/[A-Z][A-Z].tsv")):
        for line in file.open(encoding="utf-8"):
            cells = line.split("\t")
            if line[0] != "#":
                names.update(n for c in cells for n in c.split("|") if re.fullmatch(r"[\u0621-\u064a]{5,12}", n))
    return sorted(names)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    opened = gzip.open if sys.argv[1].endswith(".gz") else open
    corpus = [json.loads(line) for line in opened(sys.argv[1], "rt", encoding="utf-8")]
    draw = random.Random(1)
    towns = places()
    known = set(towns)
    families = sorted({w for d in corpus[::7] for w in d["text"].split() if re.fullmatch(r"ال[\u0621-\u064a]{3,7}ي", w)})
    families_set = set(families)
    outlets = sorted({d.get("outlet") or "none" for d in corpus})
    sentences = [[s for s in re.split(r"(?<=[.!؟\n])\s+", d["text"]) if len(s) > 30] or [d["text"]] for d in corpus]
    last = []
    for i in range(int(sys.argv[2])):
        if last and draw.random() < COPIES:
            d = dict(draw.choice(last))
            d["text"] += "\n" + draw.choice(draw.choice(sentences))
            d["published"] = str(date.fromisoformat(d["published"]) + timedelta(draw.randrange(3)))
        else:
            day = FIRST + timedelta(draw.randrange(DAYS))
            towns_here = draw.sample(towns, 4)

            def renew(sentence):
                words = sentence.split(" ")
                for k, w in enumerate(words):
                    bare = w.strip("،.:؛()«»")
                    if bare in known:
                        words[k] = w.replace(bare, draw.choice(towns_here))
                    elif bare in families_set and draw.random() < 0.7:
                        words[k] = w.replace(bare, draw.choice(families))
                text = YEAR.sub(str(day.year), " ".join(words))
                return DIGITS.sub(lambda m: str(draw.randrange(1, 10 ** len(m.group()))), text)

            parts = [draw.randrange(len(corpus)) for _ in range(3)]
            body = [renew(s) for p in parts for s in draw.sample(sentences[p], min(len(sentences[p]), 6))]
            d = {"title": renew(corpus[parts[0]].get("title") or ""), "published": str(day), "text": "\n".join(body)}
            last = (last + [d])[-50:]
        print(json.dumps({"id": f"made-{i:06}", "outlet": draw.choice(outlets), **d}, ensure_ascii=False))


main()
