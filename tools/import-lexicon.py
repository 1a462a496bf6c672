#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the large lexicon tables from CAMeL Morph (CC BY 4.0, New York University Abu Dhabi).

    tools/import-lexicon.py REF/lex data/lexicon

writes verbs.tsv (stems by the suffixes they go with), derived.tsv (masdars and participles
of the forms II to X, participles of form I), adjectives.tsv and proper.tsv. The hand-made
tables (nouns.tsv, verb_classes.tsv, particles.tsv, affixes.tsv) are not touched. Input is
Buckwalter transliteration with vowels; output is unvocalised Arabic, since that is what a
newspaper prints.
"""
import collections
import csv
import os
import re
import sys

BUCKWALTER = dict(zip("'|>&<}AbptvjHxd*rzs$SDTZEg_fqklmnhwYy{",
                      "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيا"))


def plain(bw):
    """Buckwalter to Arabic without vowels."""
    bw = bw.replace("@a", ">").replace("@u", ">").replace("@i", "<").replace("@", ">")
    return "".join(BUCKWALTER.get(c, "") for c in bw if c != "_")


def read(folder, name):
    with open(os.path.join(folder, "camel_morph", name), encoding="utf-8") as f:
        return list(csv.DictReader(f))


def lemma_of(bw):
    return plain(re.sub(r"(-[uia]+)?(_\d+)?$", "", bw))


# ---- stems -------------------------------------------------------------------------------
# A condition of CAMeL's (what a stem ends in) to the endings of the stem and the suffix
# slots that each goes with; affixes.tsv says what the slots are.
PERFECT = {
    "#-ay": [("z", "ى"), ("e", "ا"), ("acn", "ي"), ("fu", "")],
    "#-aw": [("ze", "ا"), ("acn", "و"), ("fu", "")],
    "#-iy": [("zefacn", "ي"), ("u", "")],
    "#-a>": [("zefcn", "أ"), ("a", ""), ("u", "ؤ"), ("u", "أ")],
    "#-A'": [("zefau", "اء"), ("u", "اؤ"), ("cn", "أ")],
    "#-aA": [("ze", "ا"), ("acn", "ي"), ("fu", "")],
    "#->ay": [("z", "أى"), ("e", "آ"), ("acn", "أي"), ("fu", "أ")],
    "#->~ay": [("z", "أى"), ("e", "آ"), ("acn", "أي"), ("fu", "أ")],
    "#-}iy": [("zefacn", "ئي"), ("u", "ؤ")],
    "#-iy'": [("ze", "يء"), ("efau", "يئ"), ("cn", "ئ")],
    "#-i}": [("zefaucn", "ئ")],
}
IMPERFECT = {
    "#-aA": [("ze", "ا"), ("jui", ""), ("an", "ي")],
    "#-aY": [("z", "ى"), ("e", "ا"), ("jui", ""), ("an", "ي")],
    "#-uw": [("zean", "و"), ("jui", "")],
    "#-iy": [("zean", "ي"), ("jui", "")],
    "#-a>": [("zenu", "أ"), ("eu", "ؤ"), ("a", ""), ("i", "ئ")],
    "#-u&": [("zeanu", "ؤ"), ("i", "ئ")],
    "#-A'": [("zeau", "اء"), ("eu", "اؤ"), ("jn", "أ"), ("i", "ائ")],
    "#-uw'": [("zeau", "وء"), ("jn", "ؤ"), ("i", "وئ")],
    "#-iy'": [("ze", "يء"), ("eaui", "يئ"), ("jn", "ئ")],
    "#-}iy": [("zean", "ئي"), ("u", "ؤ"), ("ji", "ئ")],
    "#->ay": [("z", "أى"), ("e", "آ"), ("an", "أي"), ("jui", "أ")],
}
TO_PASSIVE_PERFECT = {"#-ay": "#-iy", "#-aw": "#-iy", "#-aA": "#-iy", "#-a>": "#-i}", "#-A'": "#-iy'",
                      "#->ay": "#-}iy", "#->~ay": "#-}iy"}
TO_PASSIVE_IMPERFECT = {"#-iy": "#-aY", "#-uw": "#-aY", "#-aA": "#-aY", "#-iy'": "#-A'", "#-uw'": "#-A'",
                        "#-u&": "#-a>", "#-}iy": "#->ay"}


def spread(stem, conditions, when, table, full, vowel, consonant):
    """(slots, stem) pairs of one CAMeL stem."""
    slots = {"v-suff": vowel, "c-suff": consonant}.get(when, full)
    final = [c for c in conditions if c in table]
    if final:
        return [("".join(s for s in some if s in slots or not when or s == "j"), stem + ending)
                for some, ending in table[final[0]] if any(s in slots for s in some)]
    out = []
    # a stem in -n takes the suffixes of nun as one letter: سكن + نا is سكنا
    for letter, slot, condition in (("ن", "n", "#n"), ("ت", "c", "#t")):
        if condition in conditions and slot in slots and slot in full:
            slots = slots.replace(slot, "")
            out.append((slot, stem[:-1] if stem.endswith(letter) else stem))
    return [(slots, stem)] + out


def hollow(row, form):
    return row["COND-T"] == "v-suff" and "gem" not in row["COND-S"] and re.search("aA|uw|iy", form)


def passive_perfect(row, form):
    form = re.sub(r"(?<=.)a>a", "u}i", form)
    form = re.sub(r"(?<=.)a>o", "u&o", form)
    form = form.replace("{i}", "{u&").replace("A'", "w}")
    if form.startswith("|"):
        form = ">uw" + form[1:]
    if hollow(row, form):
        i = form.rfind("aA")
        return form[:i] + "iy" + form[i + 2:] if i >= 0 else form
    return form.replace("aA", "uw", 1)


def passive_imperfect(row, form):
    if hollow(row, form):
        i = max(form.rfind("uw"), form.rfind("iy"))
        return form[:i] + "aA" + form[i + 2:] if i >= 0 else form
    form = re.sub("i}", "a>", form)
    root = row["ROOT"].split(".")
    abstract, first = row["PATTERN_ABSTRACT"], root[0]
    if abstract == "1a2a3" and first == "w" and not form.startswith("w"):
        return "w" + form
    return form


def stems_of(rows, kind):
    out = collections.defaultdict(set)
    perfect = kind == "p"
    for row in rows:
        if row["DEFINE"] != "LEXICON" or "Frozen" in row["COND-S"]:
            continue
        conditions = set(row["COND-S"].split())
        form, when = row["FORM"], row["COND-T"]
        table = PERFECT if perfect else IMPERFECT
        sets = ("zefuacn", "zefua", "cn") if perfect else ("zeauin", "zeaui", "jn")
        lemma = lemma_of(row["LEMMA"])
        hamza = ">-#" in conditions
        for slots, stem in spread(("أ" if hamza else "") + plain(form), conditions, when, table, *sets):
            out[lemma].add(("a", slots, stem))
        if "intrans" in conditions and not row["PATTERN_ABSTRACT"] in ("1a2a3",):
            continue
        change = TO_PASSIVE_PERFECT if perfect else TO_PASSIVE_IMPERFECT
        passive = passive_perfect(row, form) if perfect else passive_imperfect(row, form)
        turned = {change.get(c, c) for c in conditions}
        for slots, stem in spread(("ؤ" if hamza else "") + plain(passive), turned, when, table, *sets):
            out[lemma].add(("p", slots, stem))
    return out


def merged(stems, kind):
    """One token a stem: slots of both voices as 'e', the rest as 'a' or 'p'."""
    slots = collections.defaultdict(lambda: {"a": set(), "p": set()})
    for voice, some, stem in stems:
        slots[stem][voice] |= set(some)
    out = []
    order = "zejfauicn"
    for stem in sorted(slots):
        active, passive = slots[stem]["a"], slots[stem]["p"]
        for voice, some in (("e", active & passive), ("a", active - passive), ("p", passive - active)):
            if some:
                out.append(f"{kind}{voice}:{''.join(sorted(some, key=order.index))}:{stem}")
    return out


# ---- masdars and participles --------------------------------------------------------------
VOWELS = "aiuoAIU"


def seat(letters):
    """Writes (consonant, vowel) pairs; puts each hamza on its seat."""
    out = []
    for i, (c, v) in enumerate(letters):
        before = letters[i - 1][1] if i else ""
        if c != "ء":
            out.append(c)
        elif i == 0:
            out.append({"i": "إ", "I": "إ", "A": "آ"}.get(v, "أ"))
        elif i == len(letters) - 1 and v == "":
            out.append({"a": "أ", "i": "ئ", "u": "ؤ"}.get(before, "ء"))
        else:
            previous_y = letters[i - 1][0] == "ي" and before == "o"
            if before in "iI" or v in "iI" or previous_y:
                out.append("ئ")
            elif before == "A" and v in "aA":
                out.append("ء")
            elif before in "uU" or v in "uU":
                out.append("ؤ")
            else:
                out.append("آ" if v == "A" else "أ")
        if v == "A" and out[-1] != "آ":
            out.append("ا")
        elif v == "I":
            out.append("ي")
        elif v == "U":
            out.append("و")
    return "".join(out)


def build(template, root):
    """'ta12I3' with the root's letters for digits; 'G' is a ta marbuta, 'Y' a final ya."""
    pairs = []
    i = 0
    letters = {"t": "ت", "m": "م", "s": "س", "n": "ن", "'": "ء", "y": "ي", "w": "و", "G": "ة", "{": "ا"}
    while i < len(template):
        c = template[i]
        c = root[int(c) - 1] if c.isdigit() else letters[c]
        v = "o" if i + 1 < len(template) else ""
        if i + 1 < len(template) and template[i + 1] in VOWELS:
            v = template[i + 1]
            i += 1
        pairs.append((c, v))
        i += 1
    return seat(pairs)


RADICAL = {">": "ء", "'": "ء", "}": "ء", "&": "ء", "|": "ء", "<": "ء"}


def derive(abstract, root, verb, transitive):
    """(masdars, active, passive): lists of unvocalised forms; a final 'ي' of a defective
    participle is written. Of form I, whose masdars are many, transitive verbs get the pattern that most
    of them have (قتل قتل, رمى رمي); the others stand in nouns.tsv."""
    r = [RADICAL.get(c, BUCKWALTER.get(c)) for c in root]
    if None in r or len(r) not in (3, 4, 5):
        return [], [], []
    weak3 = len(r) == 3 and r[2] in "وي"
    geminate = len(r) == 3 and r[1] == r[2]
    hollow_verb = len(r) == 3 and r[1] in "وي" and not weak3
    b = lambda t: build(t, r)
    body = verb[1:]  # of the forms that begin with alef
    if abstract == "1a2~a3":
        if weak3:
            return [b("ta12iyG")], [b("mu1a2I")], [b("mu1a2A")[:-1] + "ى"]
        if r[2] == "ء":
            return [b("ta12i3aG")], [b("mu1a2i3")], [b("mu1a2a3")]
        return [b("ta12I3")], [b("mu1a2i3")], [b("mu1a2a3")]
    if abstract == "1A2a3":
        if weak3:
            return [b("mu1A2AG")], [b("mu1A2I")], [b("mu1A2A")[:-1] + "ى"]
        if geminate:
            return [b("mu1A2aG")], [b("mu1A2")], []
        return [b("mu1A2a3aG")], [b("mu1A2i3")], []
    if abstract == ">a1o2a3":
        if weak3:
            return [b("'i12A'") if r[0] not in "وي" else b("'I2A'")], [b("mu12I")], [b("mu12A")[:-1] + "ى"]
        if hollow_verb and not verb.startswith("أ" + r[0] + r[1]):
            return [b("'i1A3aG")], [b("mu1I3")], [b("mu1A3")]
        first = b("'I2A3") if r[0] in "ويء" else b("'i12A3")
        if geminate:
            return [first], [b("mu12")], []
        if r[0] in "وي":
            return [first], [b("mU2i3")], []
        return [first], [b("mu12i3")], [b("mu12a3")]
    if abstract == "ta1a2~3":
        if weak3:
            return [b("ta1a2I")], [b("muta1a2I")], [b("muta1a2A")[:-1] + "ى"]
        return [b("ta1a2u3")], [b("muta1a2i3")], []
    if abstract == "ta1A2a3":
        if weak3:
            return [b("ta1A2I")], [b("muta1A2I")], []
        if geminate:
            return [b("ta1A2")], [b("muta1A2")], []
        return [b("ta1A2u3")], [b("muta1A2i3")], []
    if abstract in ("{ino1a2a3", "{i1ota2a3", "{isota1o2a3"):
        return derive_alef(abstract, r, verb, weak3, geminate)
    if abstract == "{i1o2a3~" and len(r) == 3:
        return ["ا" + body[:-1] + body[-1] + "ا" + body[-1]], ["م" + body], []
    if abstract == "1a2o3a4" and len(r) == 4:
        if r[3] in "وي":
            return [b("1a23AG")], [b("mu1a23I")], [b("mu1a23A")[:-1] + "ى"]
        return [b("1a23a4aG")], [b("mu1a23i4")], []
    if abstract == "ta1a2o3a4" and len(r) == 4:
        return [b("ta1a23u4")], [b("muta1a23i4")], []
    if abstract == "{i1o2a3a4~" and len(r) == 4:
        return [b("{12i34A4")], [b("mu12a34")[:2] + body[1:]], []
    if abstract == "1a2a3" and len(r) == 3:
        masdar = [b("1a2" if geminate else "1a23")] if transitive and (not weak3 or verb[-1] in "اى") and not (hollow_verb and "ا" not in verb) \
            else []
        return masdar, *derive_first(r, verb, weak3, geminate, hollow_verb)
    return [], [], []


def derive_alef(abstract, r, verb, weak3, geminate):
    """Forms VII, VIII and X follow the verb's own letters, with their assimilations:
    اصطدم اصطدام, ادعى ادعاء, اتحد اتحاد."""
    body = verb[1:]
    if weak3 and verb[-1] in "ىا":
        stem = verb[:-1]
        if abstract == "{isota1o2a3" and r[0] == "و":
            stem = stem.replace("استو", "استي", 1)
        return [stem + "اء"], ["م" + body[:-1] + "ي"], ["م" + body[:-1] + "ى"]
    if r[2] == "ء":
        stem = verb[:-1] if verb[-1] != "ء" else verb[:-2]
        if verb[-2:] == "اء":  # استاء, استضاء
            return [stem + "ياء"] if abstract != "{isota1o2a3" else [stem + "اءة"], ["م" + body], []
        return [stem + "اء"], ["م" + body[:-1] + "ئ"], []
    if len(body) > 2 and body[-2] == "ا" and r[1] in "وي":  # hollow
        last = body[-1]
        if abstract == "{isota1o2a3":
            return [verb + "ة"], ["م" + body[:-2] + "ي" + last], ["م" + body]
        return ["ا" + body[:-2] + "يا" + last], ["م" + body], []
    if geminate and body[-1] == r[2] and not body.endswith(r[2] * 2):
        return [verb + "ا" + r[2]], ["م" + body], []
    stem = verb
    if abstract == "{isota1o2a3" and r[0] == "و":
        stem = stem.replace("استو", "استي", 1)
    if "آ" in body or "ؤ" in body:
        return [], [], []
    active = "م" + body
    masdar = stem[:-1] + "ا" + stem[-1]
    # استأنف استئناف, ائتلف ائتلاف
    if abstract == "{isota1o2a3" and "أ" in masdar:
        masdar = masdar.replace("أ", "ئ", 1)
    active = active.replace("مئت", "مؤت", 1)
    return [masdar], [active], []


def derive_first(r, verb, weak3, geminate, hollow_verb):
    b = lambda t: build(t, r)
    if weak3:
        last = b("ma12U") if r[2] == "و" else b("ma12I")
        if r[1] in "وي" and hollow_verb:
            return [], []
        return [b("1A2I")], [last]
    if geminate:
        return [b("1A2")], [b("ma12U3")]
    if hollow_verb and "ا" in verb[1:]:
        if r[2] == "ء":
            return [], []
        return [build("1A'i3", r)], [b("ma1U3") if r[1] == "و" else b("ma1I3")]
    return [b("1A2i3")], [b("ma12U3")]


def noun_row(lemma, pos, form, verb, gloss):
    gender = "f" if lemma.endswith("ة") else "m"
    if form == "masdar":
        plurals = "" if lemma.endswith(("اة",)) else "-at"
    else:
        plurals = "-un|-at"
    if lemma.endswith("ي") and form != "masdar" or form == "masdar" and re.match("ت.*ي$", lemma):
        plurals = (plurals + "|-in").strip("|")
    return "\t".join((lemma, f"{pos}:{form}", gender, plurals, "", verb, gloss))


# ---- adjectives and names ------------------------------------------------------------------
# with the article spelt like a verb of every day: «التقى» (he met), not "the devout"
LEFT_OUT_ADJECTIVES = {"تقي"}


def adjectives(folder):
    broken = collections.defaultdict(list)
    feminine, kinds, gloss, elatives = {}, {}, {}, set()
    for name in ("MSA-Adj-LEX.csv", "MSA-Adj-Comp-LEX.csv"):
        for row in read(folder, name):
            if row["DEFINE"] != "LEXICON":
                continue
            conditions = row["COND-S"]
            form = row["FORM"]
            lemma = lemma_of(row["LEMMA"].replace("L#", ""))
            if "L#" in conditions and lemma.startswith("ال"):
                lemma = lemma[2:]
            full = adjective_form(form, conditions)
            if row["COND-T"] == "FS" and "gen:f" in row["FEAT"]:
                full += "ة"
            number = re.search(r"num:(\S)", row["FEAT"]).group(1)
            gender = re.search(r"gen:(\S)", row["FEAT"]).group(1)
            gloss.setdefault(lemma, row["GLOSS"].split(";")[0].replace("_", " "))
            if "Comp" in name:
                elatives.add(lemma)
            kinds.setdefault(lemma, set())
            if number == "p":
                broken[lemma].append(full + ("ة" if row["COND-T"] == "FS" and not full.endswith("ة") else ""))
            elif gender == "f" and full != lemma and full.rstrip("ة") != lemma:
                feminine[lemma] = full
            else:
                kinds[lemma] |= set(row["COND-T"].split("||"))
    rows = []
    for lemma in sorted(set(gloss) - LEFT_OUT_ADJECTIVES):
        plurals = []
        if "MP" in kinds[lemma]:
            plurals.append("-un")
        if "FS" in kinds[lemma] or not feminine.get(lemma) and "MP" in kinds[lemma]:
            plurals.append("-at")
        if lemma in feminine:
            plurals.append("f:" + feminine[lemma])
        plurals += sorted(set(broken[lemma]) - {lemma})
        rows.append("\t".join((lemma, "adj", "elative" if lemma in elatives else "m", "|".join(plurals) or "-", "", "", gloss[lemma])))
    return rows


def adjective_form(form, conditions):
    text = plain(form)
    if "#A'" in conditions:
        return text.rstrip("ا") + "اء" if not text.endswith("اء") else text
    if "#aY" in conditions:
        return text + "ى" if not text.endswith("ى") else text
    if "#aA" in conditions:
        return text + "ا" if not text.endswith("ا") else text
    if "#iy" in conditions:
        return text + "ي" if not text.endswith("ي") else text
    if "#a>" in conditions:
        return text + "أ" if not text.endswith("أ") else text
    return text


def proper(folder):
    rows = {}
    for row in read(folder, "MSA-Noun-Prop-LEX.csv"):
        if row["DEFINE"] != "LEXICON":
            continue
        lemma = lemma_of(row["LEMMA"].replace("L#", "").replace("Al_", ""))
        if lemma.startswith("ال") and "L#" in row["COND-S"]:
            lemma = lemma[2:]
        gender = re.search(r"gen:(\S)", row["FEAT"]).group(1)
        gloss = row["GLOSS"].split(";")[0].replace("_", " ")
        rational = "rat:r" in row["FEAT"]
        if len(lemma) < 2:
            continue
        rows.setdefault(lemma, "\t".join((lemma, "proper", {"m": "m", "f": "f"}.get(gender, "-"), "-",
                                          "", "", gloss + (" (person)" if rational else ""))))
    return [rows[k] for k in sorted(rows)]


HEADER = """# SPDX-License-Identifier: CC-BY-4.0
# Source: CAMeL Morph MSA (Modern Standard Arabic), New York University Abu Dhabi, CC BY 4.0.
# Version: as of the reference copy; made by tools/import-lexicon.py, not edited by hand.
# Changes: {changes}
# {columns}
"""
NOUN_COLUMNS = "lemma, part of speech[:form], gender, plurals, classes, verb, gloss (README.md tells them)"


def write(out, name, changes, columns, rows):
    with open(os.path.join(out, name), "w", encoding="utf-8") as f:
        f.write(HEADER.format(changes=changes, columns=columns))
        f.writelines(row + "\n" for row in rows)


def main(folder, out):
    perfect, imperfect = read(folder, "MSA-Verb-LEX-PV.csv"), read(folder, "MSA-Verb-LEX-IV.csv")
    stems = {"p": stems_of(perfect, "p"), "i": stems_of(imperfect, "i")}
    gloss, transitive, derived = {}, collections.defaultdict(set), {}
    for row in perfect:
        lemma = lemma_of(row["LEMMA"])
        if row["DEFINE"] != "LEXICON" or lemma not in stems["p"]:
            continue
        gloss.setdefault(lemma, [])
        first = row["GLOSS"].split(";")[0].replace("_", " ")
        if first not in gloss[lemma]:
            gloss[lemma].append(first)
        transitive[lemma] |= set(row["COND-S"].split()) & {"trans", "intrans", "ditrans"}
        masdars, active, passive = derive(row["PATTERN_ABSTRACT"], row["ROOT"].split("."), lemma,
                                          "intrans" not in row["COND-S"])
        intransitive = "intrans" in row["COND-S"]
        for form, words in (("masdar", masdars), ("active-participle", active),
                            ("passive-participle", [] if intransitive else passive)):
            for word in words:
                derived.setdefault((word, "noun" if form == "masdar" else "adj", form, lemma), first)
    rows = []
    # the plain verb before what is formed from it: of equal readings the first one counts
    for lemma in sorted(gloss, key=lambda text: (len(text), text)):
        tokens = merged(stems["p"][lemma], "p") + merged(stems["i"].get(lemma, ()), "i")
        rows.append("\t".join((lemma, "|".join(sorted(transitive[lemma])), " ".join(tokens), "; ".join(gloss[lemma][:3]))))
    write(out, "verbs.tsv", "stems unvocalised, by suffix slot and voice; passive stems added", "verb, transitivity, "
          "stems (kind p or i, voice a p or e for either, suffix slots of affixes.tsv, letters), gloss", rows)
    write(out, "derived.tsv", "masdars and participles derived from root and pattern", NOUN_COLUMNS,
          [noun_row(*key, first) for key, first in sorted(derived.items())])
    write(out, "adjectives.tsv", "lemmas unvocalised, broken plurals and feminines gathered", NOUN_COLUMNS,
          adjectives(folder))
    write(out, "proper.tsv", "lemmas unvocalised", NOUN_COLUMNS, proper(folder))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
