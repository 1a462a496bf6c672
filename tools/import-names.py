#!/usr/bin/env python3
"""Make data/lexicon/person_names.tsv from the lists of names of reference: import-names.py REF OUT

  proper_nouns_camel.tsv            CAMeL Morph's proper nouns of persons: `name`, or `given`
                                    where a list of given names has it too
  male-, female-first-names…,       given names
  faker_first_name.txt, 400-…
  last-names…, faker_last_name.txt  family names

Names of one letter, with a blank, or that are also a month or a country are left out. What
this project adds by hand stands in names_own.tsv.
"""
import csv, os, re, sys

HEAD = """# SPDX-License-Identifier: CC-BY-4.0 AND MIT
# Source: CAMeL Morph MSA, proper nouns (New York University Abu Dhabi, CC BY 4.0); Arabic names (AKhateeb, MIT);
#   faker ar_SA/ar_PS names (MIT).
# Version: as of the reference copy; made by tools/import-names.py, not edited by hand.
# Changes: persons chosen, sorted into given, family and name (either, often foreign).
# form, kind
"""
MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")


def lines(path):
    with open(path, encoding="utf-8-sig") as f:
        return [MARKS.sub("", l.strip()) for l in f if l.strip()]


def good(name):
    return 1 < len(name) < 20 and re.fullmatch("[\u0621-\u063a\u0641-\u064a]+", name)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder = os.path.join(sys.argv[1], "lex", "names")
    path = lambda name: os.path.join(folder, name)
    given, family, places = set(), set(), set()
    for name in ("male-first--names-in-arabic.txt", "female-first-names-in-arabic.txt", "faker_first_name.txt"):
        given |= set(filter(good, lines(path(name))))
    for name in ("last-names-in-arabic.txt", "faker_last_name.txt"):
        family |= set(filter(good, lines(path(name))))
    for line in lines(path("400-Arabic-Names.txt")):
        parts = line.split()
        if len(parts) == 2 and all(map(good, parts)):
            given.add(parts[0])
            family.add(parts[1])
    either = set()
    with open(path("proper_nouns_camel.tsv"), encoding="utf-8") as f:
        for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
            kind = row["rational(r=person,i=place/thing)"]
            if kind == "r" and good(row["name"]):
                either.add(row["name"])
            elif kind == "i":
                places.add(row["name"])
    rows = {}
    for name in either - places:
        rows[name] = "name"
    for name in family:
        rows[name] = "family"
    for name in given:
        rows[name] = "given"
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.write(HEAD)
        for name in sorted(rows):
            out.write(f"{name}\t{rows[name]}\n")


if __name__ == "__main__":
    main()
