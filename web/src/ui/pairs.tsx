// Why linking holds two reports for one incident: the points it gave, told in the page's language.
// The server gives them as the command line prints them:
//   "A and B: same type +3, both in Hajīn +3, words alike by 68 % +9: 25 points".
import type { ComponentChild } from "preact";
import { num, tr, tx, type Key } from "../i18n";
import type { Report } from "../lib/types";
import { Unknown, Words } from "./parts";

type Filled = [Key, string[]];

// A reason's English form, and the message that says it; what it has caught fills {a} and {b}.
const reasons: [RegExp, Key][] = [
  [/^same type$/, "pair.type"],
  [/^(\S+) may be (\S+)$/, "pair.typeMay"],
  [/^one act and several$/, "pair.several"],
  [/^a day apart$/, "pair.day"],
  [/^(\d+) days apart$/, "pair.days"],
  [/^same day$/, "pair.same"],
  [/^news of the same days$/, "pair.news"],
  [/^days that overlap$/, "pair.overlap"],
  [/^periods that overlap$/, "pair.periods"],
  [/^both in (.+)$/, "pair.place"],
  [/^both speak of (.+)$/, "pair.speak"],
  [/^(.+) and (.+) are (\d+) km apart$/, "pair.km"],
  [/^(.+) and (.+) may be one place$/, "pair.placesMay"],
  [/^(.+) is not (.+)$/, "pair.placesNot"],
  [/^both by (.+)$/, "pair.by"],
  [/^both against (.+)$/, "pair.against"],
  [/^by others$/, "pair.byOthers"],
  [/^against others$/, "pair.againstOthers"],
  [/^by (.+), (.+)$/, "pair.byTwo"],
  [/^against (.+), (.+)$/, "pair.againstTwo"],
  [/^between the same two$/, "pair.two"],
  [/^both name (.+)$/, "pair.name"],
  [/^they name others$/, "pair.names"],
  [/^words alike by (\d+) %$/, "pair.words"],
  [/^openings alike by (\d+) %$/, "pair.openings"],
  [/^([a-z-]+) and ([a-z-]+)$/, "pair.typeOther"],
  [/^([a-z-]+) is no ([a-z-]+)$/, "pair.typeNot"],
  [/^no time$/, "pair.noTime"],
  [/^both (killed|injured|arrested|abducted|released) (.+)$/, "pair.tollSame"],
  [/^(killed|injured|arrested|abducted|released) (.+) and (.+)$/, "pair.toll"],
];

function read(reason: string): Filled | null {
  for (const [form, key] of reasons) {
    const found = form.exec(reason);
    if (found) return [key, found.slice(1)];
  }
  return null;
}
const figure = (x: string): string => x.replace(/\d+/g, (n) => num(+n)).replace(/ or more$/, "+").replace(" to ", "–");

function Reason({ text }: { text: string }) {
  const found = read(text);
  if (!found) return <Words>{text}</Words>;
  const [key, caught] = found;
  const words = (x: string | undefined): ComponentChild =>
    x === undefined ? "" : /^(killed|injured|arrested|abducted|released)$/.test(x) ? tr("what", x) : <Words>{figure(x)}</Words>;
  const type = key.startsWith("pair.type");
  return <>{tx(key, { a: type ? tr("type", caught[0]) : words(caught[0]), b: type ? tr("type", caught[1]) : words(caught[1]), c: words(caught[2]) })}</>;
}

// "same type +3, by X, Y +1" into reasons with their points: a comma may stand in a name.
function split(line: string): [string, number][] {
  return [...line.matchAll(/(.+?) ([+-]\d+)(?:, |$)/g)].map((m) => [m[1] ?? "", Number(m[2])]);
}

export function Pairs({ of, reports }: { of: string[]; reports: Report[] }) {
  const outlet = (key: string | undefined): ComponentChild => {
    const report = reports.find((r) => r.key === key || r.record.id === key);
    return report?.document.outlet ? <Words>{report.document.outlet}</Words> : <Unknown what="unknown.outlet" />;
  };
  return (
    <ul class="pairlist">
      {of.map((line, i) => {
        const found = /^(\S+) and (\S+): (.*): (-?\d+) points$/.exec(line);
        if (!found)
          return (
            <li key={i} lang="en" dir="ltr">
              {line}
            </li>
          );
        return (
          <li key={i}>
            <h3>
              {tx("pair.head", { a: outlet(found[1]), b: outlet(found[2]), n: <b>{num(Number(found[4]))}</b> })}
            </h3>
            <ul>
              {split(found[3] ?? "").map(([reason, points], k) => (
                <li key={k}>
                  <Reason text={reason} /> <bdi class="points">{num(points, { signDisplay: "always" })}</bdi>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
