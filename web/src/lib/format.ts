// Numbers, ranges, times and names as a reader of either language expects them. What is unknown
// is said, never left blank.
import { lang, locale, num, t, tr } from "../i18n";
import type { Named, Place, Range } from "./types";

export function range(r: Range, approx = false): string {
  if (!r) return t("unknown.number");
  const [least, most] = r;
  let text: string;
  if (most === null) text = t("range.open", { n: num(least) });
  else if (least === most) text = num(least);
  else text = `${num(least)}–${num(most)}`;
  return approx ? t("range.approx", { n: text }) : text;
}
export const known = (r: Range): r is [number, number | null] => r !== null;

const formats = new Map<string, Intl.DateTimeFormat>();
function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale() + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(locale(), { timeZone: "UTC", ...options })));
  return made;
}

// "2024-07-17", "2024-07", "2024", "XXXX-03": one end of a time.
function moment(text: string, short: boolean): string {
  const rough = /[~?]$/.test(text);
  const plain = text.replace(/[~?%]+$/, "");
  const [y = "", m, d] = plain.split("-");
  const month = short ? "short" : "long";
  const yearless = /X/.test(y);
  let out: string;
  if (yearless && m && !/X/.test(m)) {
    const day = d && !/X/.test(d) ? { day: "numeric" as const } : {};
    out = t("time.yearUnknown", {
      text: format({ month, ...day }).format(new Date(Date.UTC(2000, +m - 1, d ? +d || 1 : 1))),
    });
  } else if (yearless || !/^-?\d+$/.test(y)) {
    out = text;
  } else {
    const known = m && !/X/.test(m) ? m : undefined;
    const date = new Date(Date.UTC(+y, known ? +known - 1 : 0, d && !/X/.test(d) ? +d : 1));
    if (Number.isNaN(+date)) out = text;
    else if (d && known && !/X/.test(d)) out = format({ year: "numeric", month, day: "numeric" }).format(date);
    else if (known) out = format({ year: "numeric", month }).format(date);
    else out = format({ year: "numeric" }).format(date);
  }
  return rough ? t("time.approx", { a: out }) : out;
}

export function time(edtf: string | null | undefined, short = true): string {
  if (!edtf) return t("unknown.date");
  const [a = "", b] = edtf.split("/", 2);
  if (b === undefined) return moment(a, short);
  if (!a || a === "..") return t("time.before", { a: moment(b, short) });
  if (!b || b === "..") return t("time.after", { a: moment(a, short) });
  const whole = /^\d{4}-\d\d(-\d\d)?$/;
  if (whole.test(a) && whole.test(b) && a.length === b.length && a < b) {
    const month = short ? ("short" as const) : ("long" as const);
    const options = { year: "numeric" as const, month, ...(a.length > 7 ? { day: "numeric" as const } : {}) };
    return format(options).formatRange(new Date(a), new Date(b));
  }
  return t("time.range", { a: moment(a, short), b: moment(b, short) });
}

export function stamp(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(+date)) return iso;
  const options: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeStyle: "short" };
  return new Intl.DateTimeFormat(locale(), options).format(date);
}

export function dayOf(date: string): number {
  return Math.round(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000);
}
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

export function name(of: Named | { name: string | null; name_ar: string | null } | null | undefined): string {
  if (!of) return "";
  return (lang() === "ar" ? of.name_ar || of.name : of.name || of.name_ar) ?? "";
}

const regions = new Map<string, Intl.DisplayNames>();
export function country(code: string | null | undefined): string {
  if (!code) return "";
  let names = regions.get(locale());
  if (!names) regions.set(locale(), (names = new Intl.DisplayNames([locale()], { type: "region", fallback: "code" })));
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

export function place(p: Place | null): string {
  return (p && name(p)) || t("unknown.place");
}
// What contains it, for a second line.
export function within(p: Place | null): string {
  if (!p) return "";
  const admin = lang() === "ar" ? p.admin1_ar || p.admin1 : p.admin1;
  const parts = [admin && admin !== name(p) ? admin : "", p.precision === 6 ? "" : country(p.country)];
  return parts.filter(Boolean).join(lang() === "ar" ? "، " : ", ");
}
export const list = (words: string[]): string =>
  new Intl.ListFormat(locale(), { type: "conjunction" }).format(words.filter(Boolean));

export const type = (word: string): string => tr("type", word);

// By the first letter that has a direction, as dir="auto" does, for what stands around a text.
export const direction = (text: string): "rtl" | "ltr" => (/^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufefc]/u.test(text) ? "rtl" : "ltr");

const bytes = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
export function size(n: number): string {
  let i = 0;
  while (n >= 1000 && i < 3) {
    n /= 1000;
    i++;
  }
  return num(n, { style: "unit", unit: bytes[i]!, unitDisplay: "short", maximumFractionDigits: n < 10 && i ? 1 : 0 });
}

// The server's arithmetic is in English figures and a few English words.
export function arithmetic(text: string): string {
  if (lang() !== "ar") return text;
  return text
    .replace(/, the text says ([\d,.]+)/, (_, n: string) => `، ${t("arith.says", { n })}`)
    .replace(/ of ([\d,.]+)$/, (_, n: string) => ` ${t("arith.of", { n })}`)
    .replace(/, the tally says ([\d,.]+)/, (_, n: string) => `، ${t("arith.tally", { n })}`)
    .replace(/\d+/g, (n) => num(+n, { useGrouping: false }));
}

// Types of act in eight families, each with a colour of its own (style/colour.css).
const families: Record<string, string[]> = {
  air: ["airstrike", "shelling"],
  bomb: ["bombing", "suicide-bombing", "destruction"],
  fight: ["clash", "attack"],
  kill: ["assassination", "execution", "killing", "abuse"],
  detain: ["operation", "arrest", "abduction", "seizure", "restriction", "sentence", "sanction"],
  move: ["territory-change", "withdrawal", "surrender", "release", "escape", "deployment", "military-aid"],
  people: ["return", "displacement", "aid", "reopening"],
};
export const FAMILIES = ["air", "bomb", "fight", "kill", "detain", "move", "people", "talk"] as const;
const familyOf = new Map(Object.entries(families).flatMap(([family, types]) => types.map((x) => [x, family])));
export const family = (word: string): string => familyOf.get(word) ?? "talk";
