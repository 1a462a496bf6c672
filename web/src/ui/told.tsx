// A finding's sentence in the page's language, out of the parts that the server gives
// (docs/findings.md): names and the text's own words isolated, nouns in the form their number wants.
import type { ComponentChild } from "preact";
import { has, lang, locale, num, plural, t, tr, tx, type Key } from "../i18n";
import * as f from "../lib/format";
import type { Finding, Part } from "../lib/types";
import { Time, Words } from "./parts";

type Node = ComponentChild;
type Form = (parts: Part[]) => Node;

const all = (parts: Part[], ...is: string[]): Part[] => parts.filter((p) => is.includes(p.is));

// A telling begins with who tells it; what comes before the first is of the whole finding.
function sides(parts: Part[]): Part[][] {
  const out: Part[][] = [[]];
  for (const p of parts) {
    if (p.is === "outlet" || p.is === "document") out.push([]);
    out.at(-1)!.push(p);
  }
  return out;
}
function halves(parts: Part[], mark: string): [Part[], Part[]] {
  const at = parts.findIndex((p) => p.is === mark);
  return at < 0 ? missing() : [parts.slice(0, at), parts.slice(at + 1)];
}

// A finding of another version may lack something: its English text stands in.
class Missing extends Error {}
function missing(): never {
  throw new Missing();
}
function the(parts: Part[] | undefined, ...is: string[]): Part {
  return all(parts ?? [], ...is)[0] ?? missing();
}

const quoted = (words: string | undefined): Node => tx("told.quoted", { words: <Words>{words ?? missing()}</Words> });
const named = (p: Part): Node => (f.name(p.named) ? <Words>{f.name(p.named)}</Words> : quoted(p.words));
const outlet = (p: Part): Node => (p.is === "outlet" ? quoted(p.words) : tx("told.document", { id: <Words>{p.words}</Words> }));
const time = (p: Part): Node => <Time edtf={p.words ?? missing()} long />;

function list(nodes: Node[]): Node {
  if (!nodes.length) return missing();
  const joined = new Intl.ListFormat(locale(), { type: "conjunction" }).formatToParts(nodes.map((_, i) => String(i)));
  return joined.map((x) => (x.type === "element" ? nodes[Number(x.value)] : x.value));
}
const people = (parts: Part[], is: string): Node => list(all(parts, is).map(named));

// "12 killed", "قتيلان على الأقل"
function amount(prefix: string, p: Part, word: string): string {
  const [least, most] = p.count ?? missing();
  const key = `${prefix}.${word}`;
  const say = (n: string, by: number) => (has(key) ? plural(key, n, by) : `${n} ${word}`);
  let text: string;
  if (most === null) text = t("told.least", { a: say(num(least), least) });
  else if (most > least) text = say(t("told.range", { a: num(least), b: num(most) }), most);
  else text = say(num(least), least);
  return p.approx ? t("told.approx", { a: text }) : text;
}
function toll(parts: Part[] | undefined): Node {
  const n = the(parts, "count", "number");
  const word = the(parts, "what", "type");
  const text = amount(word.is === "type" ? "acts" : "toll", n, word.words ?? missing());
  const whom = all(parts ?? [], "of", "label")[0];
  return whom ? tx("told.of", { a: text, b: quoted(whom.words) }) : text;
}

function voice(parts: Part[]): Node {
  const who = outlet(the(parts, "outlet", "document"));
  return all(parts, "from").length ? tx("told.voice", { outlet: who, from: people(parts, "from") }) : who;
}
const side = (parts: Part[] | undefined, what: (parts: Part[]) => Node): Node =>
  parts ? tx("told.side", { voice: voice(parts), what: what(parts) }) : missing();
function both(key: Key, parts: Part[], what: (parts: Part[]) => Node, more: Record<string, Node> = {}): Node {
  const [, a, b] = sides(parts);
  return tx(key, { ...more, a: side(a, what), b: side(b, what) });
}
const doer = (parts: Part[]): Node => {
  const who = people(parts, "agents");
  return all(parts, "not").length ? tx("told.not", { what: who }) : who;
};
const course = (parts: Part[]): Node => {
  const key = `told.course.${the(parts, "direction").words}`;
  return has(key) ? tx(key, { time: time(the(parts, "time")) }) : missing();
};
const head = (parts: Part[]): Part[] => sides(parts)[0]!;

// "21 (Syria) and 34 (Iraq)"
function shares(parts: Part[]): Node {
  const out: Part[][] = [];
  for (const p of parts) {
    if (p.is === "part") out.push([p]);
    else if (p.is === "sum" || p.is === "left") break;
    else out.at(-1)?.push(p);
  }
  return list(
    out.map(([n, ...which]) =>
      tx("told.part", {
        n: f.range(n?.count ?? missing()),
        which: which[0]?.is === "time" ? time(which[0]) : list(which.map((p) => (p.is === "words" ? quoted(p.words) : named(p)))),
      }),
    ),
  );
}
const amountOf = (parts: Part[], is: string): string => f.range(the(parts, is).count ?? missing());
function credit(parts: Part[]): Node {
  if (all(parts, "unsourced").length) return [" ", t("told.unsourced")];
  return all(parts, "speaker").length ? [" ", tx("told.speaker", { who: people(parts, "speaker") })] : null;
}
const teller = (parts: Part[]): Node => outlet(the(parts, "outlet", "document"));

const act = (parts: Part[]): string => f.type(the(parts, "type").words ?? missing()).toLocaleLowerCase();

// What, where and when of an incident that several tell of.
function which(parts: Part[]): Node {
  const where = all(parts, "place")[0];
  const when = all(parts, "time")[0];
  const nodes = [act(parts), ...(where ? [named(where)] : []), ...(when ? [time(when)] : [])];
  return nodes.map((x, i) => (i ? [lang() === "ar" ? "، " : ", ", x] : x));
}

function headline(parts: Part[]): Node {
  const [above, below] = halves(parts, "text");
  const by = teller(parts);
  if (all(above, "agents").length) return tx("told.headline.agents", { outlet: by, a: people(above, "agents"), b: people(below, "agents") });
  const of = all(above, "of")[0];
  const what = (p: Part[]) => tr("fate", the(p, "what").words);
  if (of) return tx("told.headline.fate", { outlet: by, of: quoted(of.words), a: what(above), b: what(below) });
  return tx("told.headline", { outlet: by, a: toll(above), b: amountOf(below, "number") });
}
function changed(parts: Part[]): Node {
  const [was, is] = halves(parts, "became");
  const what = (p: Part[]): Node =>
    all(p, "count").length ? toll(p) : all(p, "stance").length ? `«${tr("stance", the(p, "stance").words)}»` : people(p, "agents");
  return tx("told.changed", { outlet: teller(parts), a: what(was), b: what(is) });
}
function weekday(p: Part): string {
  const day = new Date(`${p.words}T00:00:00Z`);
  return Number.isNaN(+day) ? missing() : new Intl.DateTimeFormat(locale(), { weekday: "long", timeZone: "UTC" }).format(day);
}

const forms: Record<string, Form> = {
  sum: (p) => [
    all(p, "part").length
      ? tx("told.sum", { outlet: teller(p), a: toll(p), parts: shares(p), sum: amountOf(p, "sum") })
      : tx("told.sum.listed", { outlet: teller(p), a: toll(p), sum: amountOf(p, "sum") }),
    credit(p),
  ],
  unaccounted: (p) => [tx("told.unaccounted", { outlet: teller(p), a: toll(p), parts: shares(p), left: amountOf(p, "left") }), credit(p)],
  headline,
  changed,
  calendar: (p) =>
    tx("told.calendar", { outlet: teller(p), date: quoted(the(p, "date").words), time: time(the(p, "time")), weekday: weekday(the(p, "time")) }),
  trend: (p) => {
    const of = { type: act(p), place: named(the(p, "place")) };
    return all(p, "agents").length ? both("told.trend.by", p, course, { ...of, agents: people(p, "agents") }) : both("told.trend", p, course, of);
  },
  tally: (p) => both("told.tally", p, toll, { agents: people(head(p), "agents"), place: named(the(head(p), "place")), time: time(the(head(p), "time")) }),
  relay: (p) => both("told.relay", p, toll),
  disagree: (p) => both("told.disagree", p, toll),
  status: (p) => both("told.status", p, toll),
  blame: (p) => both(all(p, "not").length ? "told.blame.denied" : "told.blame", p, doer),
  again: (p) => {
    const [t1, t2] = all(p, "time");
    const [o1, o2] = all(p, "outlet", "document");
    if (!t1 || !t2 || !o1 || !o2) return missing();
    return tx("told.again", { person: quoted(the(p, "person").words), t1: time(t1), o1: outlet(o1), t2: time(t2), o2: outlet(o2) });
  },
  shortfall: (p) =>
    tx("told.shortfall", {
      outlet: teller(p),
      a: toll(p),
      agents: people(p, "agents"),
      place: named(the(p, "place")),
      time: time(the(p, "time")),
      sum: amountOf(p, "sum"),
    }),
  recycled: (p) => {
    const [, later, first] = sides(p);
    return tx("told.recycled", {
      o1: teller(later ?? missing()),
      t1: time(the(later, "time")),
      o2: teller(first ?? missing()),
      t2: time(the(first, "time")),
    });
  },
  lone: (p) => {
    const documents = t("n.documents", { n: the(p, "documents").count?.[0] ?? missing() });
    if (!all(p, "speaker").length) return tx("told.lone.unnamed", { documents, which: which(p) });
    return tx("told.lone", { documents, which: which(p), who: people(p, "speaker") });
  },
  corroborated: (p) => {
    const [a, b] = halves(p, "and");
    return tx("told.corroborated", { a: people(a, "speaker"), b: people(b, "speaker"), which: which(p) });
  },
};

// null: it cannot be told from its parts.
export function told(d: Finding): Node {
  try {
    return forms[d.kind]?.(d.parts) ?? null;
  } catch (e) {
    if (e instanceof Missing) return null;
    throw e;
  }
}
