// Every reason that the program gives for refusing a file, or a value on the page, is known to the page
// (src/lib/reason.ts), so that it is told in Arabic too.
//
//   node test/reasons.mjs ROOT
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = process.argv[2];
const forms = [...readFileSync(join(root, "web/src/lib/reason.ts"), "utf8").matchAll(/^ {2}\[\/(.*)\/, "why\./gm)].map((m) => new RegExp(m[1]));
const files = [
  ...["feed", "html", "jsonl", "pull", "reader", "sniff", "stream", "telegram", "warc"].map((x) => `src/read/${x}.c`),
  ...["engine/engine", "serve/request", "serve/jobs", "ledger/document/correct", "ledger/store/review"].map((x) => `src/${x}.c`),
];
// What only a program that asks wrongly can cause, and not the page.
const never = /is given twice|not text in UTF-8|parameter of this call|west,south|no number from|is none of|parts|no thread|FILE \*|the engine|kept|gives the keys|wants the id|not of a|no field|SQLite format 3/;
const literal = /"((?:[^"\\]|\\.)*)"/g;
const unknown = [];
let seen = 0;
for (const file of files) {
  const source = readFileSync(join(root, file), "utf8");
  for (const call of source.matchAll(/\b(error_set|refuse|bad_gzip|problem_set|wrong|M|return value|Sniff\))\s*[({][^;]*?;/gs))
    for (const [, text] of call[0].matchAll(literal)) {
      const words = text.replaceAll('\\"', '"').replace(/%\.?\*?s/g, "word").replace(/%(?:z|ll)?[udi]/g, "7").replaceAll("%%", "%");
      if (!/[a-z]{2} [a-z0-9"]/i.test(words) || never.test(words)) continue;
      seen++;
      if (!forms.some((f) => f.test(words))) unknown.push(`${file}: ${words}`);
    }
}
if (!forms.length || seen < 40) unknown.push(`only ${forms.length} forms and ${seen} reasons were found: this test reads the sources no more`);
if (unknown.length) console.error(`the page knows no words for:\n  ${unknown.join("\n  ")}`);
process.exit(unknown.length ? 1 : 0);
