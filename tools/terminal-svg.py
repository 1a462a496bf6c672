#!/usr/bin/env python3
"""A terminal's text as an SVG picture for the README.

    COLUMNS=100 build/release/daftar check samples/ | tools/terminal-svg.py 'daftar check samples/' >out.svg

Each run of text between two or more blanks is set at its own cell, so that columns line up
whatever font a reader has; a run with Arabic in it gets its own direction, as the program's
isolates (U+2068, U+2069) ask for.
"""
import re
import sys
import unicodedata
from xml.sax.saxutils import escape

CELL, LINE, PAD = 8.0, 19, 14
ISOLATES = re.compile("[\u2066-\u2069]")


def cells(s):
    return sum(0 if unicodedata.combining(c) or unicodedata.category(c) == "Cf" else 1 for c in s)


def runs(line):
    """(cell, text) of each stretch that two blanks, or an isolate's edge, part from the next."""
    at = 0
    for piece in re.split("(  +|\u2068[^\u2069]*\u2069)", line):
        text = ISOLATES.sub("", piece)
        if text.strip():
            lead = len(text) - len(text.lstrip(" "))
            yield at + lead, text.strip(" ")
        at += cells(text)


def main():
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    lines = [l.rstrip("\n") for l in sys.stdin]
    if command:
        lines = ["$ " + command, ""] + lines
    while lines and not lines[-1].strip():
        lines.pop()
    width = max(cells(l) for l in lines) * CELL + 2 * PAD
    height = len(lines) * LINE + 2 * PAD
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" viewBox="0 0 {width:.0f} {height}" '
        'font-family="ui-monospace, DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="13.3">',
        f"<title>{escape(command)}</title>",
        '<rect width="100%" height="100%" rx="6" fill="#10151c"/>',
    ]
    for i, line in enumerate(lines):
        y = PAD + (i + 0.72) * LINE
        for at, text in runs(line):
            arabic = any("\u0600" <= c <= "\u06ff" for c in text)
            colour = "#f0c674" if arabic else "#7d8a99" if set(text) <= set("- ") or text.startswith("$") else "#d7dde4"
            x = PAD + at * CELL
            extra = ""
            if arabic:
                # right to left: the anchor is the run's right edge, which is its start
                x += cells(text) * CELL
                extra = ' direction="rtl" text-anchor="start"'
            fit = f' textLength="{cells(text) * CELL:.0f}" lengthAdjust="spacingAndGlyphs"' if not arabic and len(text) > 1 else ""
            out.append(f'<text x="{x:.0f}" y="{y:.1f}" fill="{colour}" xml:space="preserve"{extra}{fit}>{escape(text)}</text>')
    out.append("</svg>")
    print("\n".join(out))


main()
