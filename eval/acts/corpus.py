"""What the scripts here share: the corpus's articles by id, and what a binary makes of them."""
import collections
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
CORPUS = HERE.parents[2] / "shared" / "eval" / "corpus.jsonl.gz"


def need_corpus():
    """Ends with 77, by which a test is skipped, where the corpus is not at hand."""
    if not CORPUS.exists():
        print("the evaluation (../shared/eval) is not here", file=sys.stderr)
        sys.exit(77)


def read_table(name):
    """(article's id, its labels as they are written) for each line, in the order of the file."""
    with open(HERE / name, encoding="utf-8") as table:
        for line in table:
            if not line.startswith("#"):
                doc, labels = line.rstrip("\n").split("\t")
                yield doc, labels.split()


def set_aside(articles):
    """Every fourth, whose errors nobody looks at."""
    return {doc for n, doc in enumerate(articles) if n % 4 == 0}


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
