"""What the scripts here share: the corpus's articles by id, and what a binary makes of them."""
import collections
import gzip
import json
import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
CORPUS = HERE.parents[2] / "shared" / "eval" / "corpus.jsonl.gz"


def read_articles(ids):
    """The articles themselves, as the corpus has them."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as corpus:
        return [doc for doc in map(json.loads, corpus) if doc["id"] in ids]


def run(daftar, verb, docs):
    """What the verb prints of these documents, a JSON object a line, by document."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as given:
        for doc in docs:
            given.write(json.dumps(doc, ensure_ascii=False) + "\n")
        given.flush()
        lines = subprocess.run([daftar, verb, "--format", "jsonl", given.name], capture_output=True, text=True, check=True).stdout
    found = collections.defaultdict(list)
    for line in map(json.loads, lines.splitlines()):
        found[line.get("doc") or line["id"]].append(line)
    return found


def touch(words, place):
    return any(word.start < place["end"] and place["start"] < word.end for word in words)


def tellings(record):
    return [record["trigger"], *(record.get("also") or [])]


def share(part, whole):
    return part / max(1, whole)
