// The server tells why it refused something in English, as the command line does ("is no number such
// as 12, 12-15 or 12+"). Here each reason is known by its words and told as a sentence of the page's
// language; what it has caught fills {n} or {what}. The first that fits holds. tests/web-dist.sh sees
// to it that every reason of src/read is known.
import { num, t, type Key } from "../i18n";

export const reasons: [RegExp, Key][] = [
  [/is no date such as 2024, 2024-06/, "why.date"],
  [/is no date such as 2024-07-17, 2024-07 or/, "why.time"],
  [/is no date such as 2024-07-17/, "why.published"],
  [/is no number such as 12/, "why.range"],
  [/is no number/, "why.number"],
  [/is no type of such a record/, "why.type"],
  [/is no stance/, "why.stance"],
  [/is no place that some record/, "why.placeId"],
  [/is no place in this ledger/, "why.place"],
  [/is nobody's/, "why.person"],
  [/there is no word in it to look for/, "why.noWord"],
  [/is linked to no other record/, "why.alone"],
  [/wants two incidents or more/, "why.two"],
  [/is no (incident or )?record of this ledger/, "why.gone"],
  [/is no number of a decision/, "why.number404"],
  [/there is no such (?:incident|record|document|person|finding)/, "why.none"],
  [/there is no such job/, "why.noJob"],
  [/(\d+) files wait already/, "why.queue"],
  [/it does not wait/, "why.begun"],
  [/cannot be written: the file or its folder/, "why.readonly"],
  [/another program is writing/, "why.busy"],
  [/it is too large; ask for less/, "why.tooMuch"],
  [/is longer than (\d+) characters/, "why.long"],
  [/no temporary file|the file cannot be (?:kept|read back)/, "why.noRoom"],
  [/is not a ledger/, "why.notLedger"],
  [/was written by a newer daftar/, "why.newer"],
  [/a PDF file/, "why.pdf"],
  [/a ZIP archive|a 7z archive/, "why.zip"],
  [/an (?:old office|RTF) document/, "why.office"],
  [/a (?:picture|sound|video)/, "why.media"],
  [/an SQLite database/, "why.database"],
  [/packed with /, "why.packed"],
  [/a program$/, "why.program"],
  [/neither text nor a format/, "why.binary"],
  [/one list of JSON/, "why.oneList"],
  [/neither lines of JSON nor Telegram/, "why.notJsonl"],
  [/the JSON ends too early|no JSON at byte|not a JSON object|a message is not JSON/, "why.json"],
  [/"(\w+)" is not a string/, "why.notString"],
  [/there is no "text"/, "why.noText"],
  [/a web page with nothing in it/, "why.empty"],
  [/no feed can be read from it|a feed that declares entities/, "why.feed"],
  [/(?:gzip|zstd) data|the packed page is damaged/, "why.damaged"],
  [/unpacks to more than/, "why.bomb"],
  [/WARC record/, "why.warc"],
  [/larger than the limit|more than [\d,]+ (?:MiB|values|elements)|a line is over|the limit is 16 MiB/, "why.large"],
  [/out of memory|needs more than its/, "why.memory"],
  [/^cannot be read/, "why.unread"],
  [/is not in a format that can be read/, "why.format"],
];

// null: a reason that is not known.
export function reason(text: string): string | null {
  for (const [form, key] of reasons) {
    const found = form.exec(text);
    if (found) return t(key, { n: /^\d+$/.test(found[1] ?? "") ? num(Number(found[1])) : "", what: found[1] ?? "" });
  }
  return null;
}
