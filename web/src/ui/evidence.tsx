// A document's words with the ones that stand behind a record's fields marked. Texts are text:
// they come cut into segments, and each becomes a text node.
import { t, type Key } from "../i18n";
import type { Passage, Segment } from "../lib/types";

const kinds: Record<string, string> = {
  trigger: "what",
  also: "what",
  time_quote: "when",
  places: "where",
  agents: "who",
  partners: "who",
  targets: "whom",
  outcomes: "toll",
  persons: "person",
  claimed_by: "said",
  via: "said",
  responsibility: "said",
  hit: "hit",
};
// The narrower meaning wins where words stand behind several fields.
const order = ["hit", "person", "toll", "where", "when", "said", "whom", "who", "what"];

const root = (field: string): string => field.split("/")[0] ?? field;
export const fieldName = (field: string): string => {
  const key = `field.${root(field)}`;
  return t(key as Key);
};
export function markClass(fields: string[]): string {
  const found = new Set(fields.map((x) => kinds[root(x)] ?? "what"));
  const first = order.find((k) => found.has(k)) ?? "what";
  return `mark m-${first}${found.has("what") && first !== "what" ? " m-also" : ""}`;
}
export const LEGEND: [string, Key][] = [
  ["what", "field.trigger"],
  ["when", "field.time_quote"],
  ["where", "field.places"],
  ["who", "field.agents"],
  ["whom", "field.targets"],
  ["toll", "field.outcomes"],
  ["person", "field.persons"],
  ["said", "field.claimed_by"],
];

export function Segments({ of }: { of: Segment[] }) {
  return (
    <>
      {of.map((s, i) => {
        const body = s.masked ? (
          <span class="masked" title={t("field.masked")}>
            {s.text}
          </span>
        ) : (
          s.text
        );
        if (!s.fields?.length) return s.masked ? <span key={i}>{body}</span> : body;
        const names = [...new Set(s.fields.map(fieldName))].join(" · ");
        return (
          <mark key={i} class={markClass(s.fields)} title={names}>
            {body}
          </mark>
        );
      })}
    </>
  );
}

export function Evidence({ of, quiet = false }: { of: Passage[]; quiet?: boolean }) {
  return (
    <div class={quiet ? "evidence quiet" : "evidence"}>
      {of.map((p, i) => (
        <blockquote key={i} class={i ? "aside" : "sentence"} dir="auto">
          <Segments of={p.segments} />
        </blockquote>
      ))}
    </div>
  );
}

export function Legend() {
  return (
    <ul class="legend-marks" aria-label={t("incident.legend")}>
      {LEGEND.map(([kind, key]) => (
        <li key={kind}>
          <span class={`mark m-${kind}`}>{t(key)}</span>
        </li>
      ))}
    </ul>
  );
}
