// Reports of one incident side by side: a column a report, a row a field, so that what differs
// meets the eye; under each the sentence with its words.
import type { ComponentChild } from "preact";
import { num, t, tr, tx, type Key } from "../i18n";
import { lang } from "../i18n";
import * as f from "../lib/format";
import { href } from "../lib/route";
import type { ActorMention, Outcome, PersonMention, Report } from "../lib/types";
import { Evidence } from "./evidence";
import { Code, Icon, Number as Num, Origins, PlaceName, SideTag, StatusBadge, Time, TypeTag, Unknown, useFirst, usePrinting, Words } from "./parts";

// In Arabic the words of the text name an actor; in English the data's name, with the words behind it.
export function Mentions({ of, none = true }: { of: ActorMention[]; none?: boolean }) {
  if (!of.length) return none ? <Unknown what="unknown.agent" /> : null;
  return (
    <ul class="mentions">
      {of.map((a, i) => (
        <li key={i}>
          <Words>{lang() === "ar" ? a.quote : (a.name ?? a.quote)}</Words>
          {lang() === "en" && a.name && a.name !== a.quote && <Words class="quoted">{a.quote}</Words>}
        </li>
      ))}
    </ul>
  );
}

export function OutcomeLine({ o }: { o: Outcome }) {
  const side = o.side && o.side !== "unknown" && o.side !== "target" ? tr("whose", o.side) : "";
  const who = o.status ? tr("people", o.status) : "";
  return (
    <li class={`outcome o-${o.what}`}>
      <span class="outcome-what">{tr("what", o.what)}</span> <Num value={o.count} approx={o.approx} />{" "}
      {o.of && <Words class="quoted">{o.of.quote}</Words>}
      {(who || side || o.women || o.children) && (
        <span class="muted small">
          {[
            who,
            side,
            o.women ? t("outcome.women", { n: f.range(o.women) }) : "",
            o.children ? t("outcome.children", { n: f.range(o.children) }) : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      )}
    </li>
  );
}

export function PersonLine({ p }: { p: PersonMention }) {
  const facts = [
    p.fate ? tr("what", p.fate) : "",
    p.role?.quote ?? "",
    p.age ? t("people.age", { n: f.range(p.age) }) : "",
    p.sex ? tr("sex", p.sex) : "",
  ].filter(Boolean);
  return (
    <li>
      <Words class={p.masked ? "masked" : ""}>{p.name ?? p.quote}</Words>{" "}
      {facts.length > 0 && (
        <span class="muted small">
          {facts.map((x, i) => (
            <span key={i}>
              {i > 0 && " · "}
              <bdi dir="auto">{x}</bdi>
            </span>
          ))}
        </span>
      )}
    </li>
  );
}

export function DocLine({ report }: { report: Report }) {
  const d = report.document;
  return (
    <div class="docline">
      <div class="outlet">{d.outlet ? <Words>{d.outlet}</Words> : <Unknown what="unknown.outlet" />}</div>
      <div class="muted small">
        <SideTag side={d.side} /> · {d.published ? <Time edtf={d.published.slice(0, 10)} /> : <Unknown what="unknown.date" />}
      </div>
    </div>
  );
}

interface Row {
  label: Key;
  same: (r: Report) => string;
  cell: (r: Report) => ComponentChild;
  show?: (r: Report) => boolean;
  corrected?: string;
}
const actors = (of: ActorMention[]) => of.map((a) => a.id ?? a.quote).sort().join();

const rows: Row[] = [
  { label: "col.type", same: (r) => r.values.type, cell: (r) => <TypeTag type={r.values.type} />, corrected: "type" },
  { label: "col.time", same: (r) => r.values.time ?? "", cell: (r) => <Time edtf={r.values.time} long />, corrected: "time" },
  {
    label: "col.place",
    same: (r) => r.values.place?.id ?? "",
    corrected: "place",
    cell: (r) => {
      const basis = r.record.places[0]?.basis;
      if (!r.values.place && basis === "withheld") return <Unknown what="unknown.withheld" />;
      return (
        <>
          <PlaceName place={r.values.place} more />
          {r.values.place && (
            <span class="muted small">
              {tr("precision", String(r.values.place.precision ?? 6))}
              {basis ? ` · ${tr("basis", basis)}` : ""}
            </span>
          )}
        </>
      );
    },
  },
  { label: "col.killed", same: (r) => JSON.stringify(r.values.killed), cell: (r) => <span class="big"><Num value={r.values.killed} /></span>, corrected: "killed" },
  { label: "col.injured", same: (r) => JSON.stringify(r.values.injured), cell: (r) => <span class="big"><Num value={r.values.injured} /></span>, corrected: "injured" },
  { label: "col.outcomes", same: () => "", cell: (r) => <ul class="outcomes">{r.record.outcomes.map((o, i) => <OutcomeLine key={i} o={o} />)}</ul>, show: (r) => r.record.outcomes.length > 0 },
  { label: "col.agents", same: (r) => actors(r.record.agents), cell: (r) => <Mentions of={[...r.record.agents, ...r.record.partners]} /> },
  { label: "col.targets", same: (r) => actors(r.record.targets), cell: (r) => <Mentions of={r.record.targets} />, show: (r) => r.record.targets.length > 0 },
  { label: "col.persons", same: () => "", cell: (r) => <ul class="mentions">{r.record.persons.map((p, i) => <PersonLine key={i} p={p} />)}</ul>, show: (r) => r.record.persons.length > 0 },
  { label: "col.said", same: () => "", cell: (r) => <Origins of={r.origins} /> },
  {
    label: "col.responsibility",
    same: (r) => r.record.responsibility?.how ?? "",
    show: (r) => r.record.responsibility !== null,
    cell: (r) => {
      const resp = r.record.responsibility;
      if (!resp) return null;
      return <bdi dir="auto">{tr("how", resp.how, { by: f.list(resp.by.map((b) => (lang() === "ar" ? b.quote : (b.name ?? b.quote)))) || t("how.someone") })}</bdi>;
    },
  },
  { label: "col.stance", same: (r) => r.values.stance, cell: (r) => <span class={`stance st-${r.values.stance}`}>{tr("stance", r.values.stance)}{r.record.background ? ` · ${t("incident.background")}` : ""}</span>, corrected: "stance" },
];

interface Side {
  reports: Report[];
  picked?: Set<string>;
  onPick?: (key: string) => void;
}

// On paper nothing is scrolled: three reports a table, one table below another.
export function SideBySide(props: Side) {
  const [reports, more] = useFirst(props.reports, 16);
  const wide = usePrinting() ? 3 : reports.length;
  const tables = reports.flatMap((_, i) => (i % wide ? [] : [reports.slice(i, i + wide)]));
  return (
    <>
      {tables.map((some) => (
        <Table key={some[0]?.key} {...props} some={some} />
      ))}
      {more}
    </>
  );
}

function Table({ some: reports, ...props }: Side & { some: Report[] }) {
  const shown = rows.filter((row) => !row.show || props.reports.some(row.show));
  return (
      <div class="sidebyside" tabIndex={0} role="region" aria-label={t("incident.reports")}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="corner">
                <span class="hidden">{t("col.outlet")}</span>
              </th>
              {reports.map((r) => (
                <th scope="col" key={r.key}>
                  <DocLine report={r} />
                  <StatusBadge status={r.status} />
                  {r.document.copies > 0 && <span class="muted small"> · {t("n.copies", { n: r.document.copies })}</span>}
                  {props.onPick && (
                    <label class="check small">
                      <input type="checkbox" checked={props.picked?.has(r.key) ?? false} onChange={() => props.onPick?.(r.key)} />
                      {t("review.split")}
                      <span class="hidden"> {t("incident.selectReport")}</span>
                    </label>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr class="words-row">
              <th scope="row">{t("col.sentence")}</th>
              {reports.map((r) => (
                <td key={r.key}>
                  <Evidence of={r.evidence} />
                  <a class="doclink" href={href("documents", r.document.document, { record: r.key })}>
                    <Icon of="open" />
                    {t("incident.open")}
                  </a>
                </td>
              ))}
            </tr>
            {shown.map((row) => {
              const differs = new Set(props.reports.map(row.same)).size > 1;
              return (
                <tr key={row.label} class={differs ? "differs" : ""}>
                  <th scope="row">
                    {t(row.label)}
                    {differs && (
                      <span class="differs-mark" title={t("incident.differs")}>
                        <span class="hidden">{t("incident.differs")}</span>≠
                      </span>
                    )}
                  </th>
                  {reports.map((r) => (
                    <td key={r.key} class={row.corrected && row.corrected in r.corrected ? "was-corrected" : ""}>
                      {row.cell(r)}
                      {row.corrected && row.corrected in r.corrected && (
                        <span class="corrected-note">
                          <StatusBadge status="corrected" />
                        </span>
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
            <tr>
              <th scope="row">{t("incident.coder")}</th>
              {reports.map((r) => (
                <td key={r.key} class="small muted">
                  {tx("incident.rule", { rule: <Code>{r.record.rule}</Code>, version: <Code>{r.version}</Code> })}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
  );
}

// Each source's number of killed on one line, a bar from least to most; an open one has an arrow.
export function NumberLines({ reports }: { reports: Report[] }) {
  const told = reports.filter((r) => r.values.killed);
  if (new Set(told.map((r) => JSON.stringify(r.values.killed))).size < 2) return null;
  const most = Math.max(...told.map((r) => r.values.killed![1] ?? r.values.killed![0] * 1.25), 1);
  const x = (v: number) => 2 + (v / (most * 1.08)) * 94;
  const flip = lang() === "ar";
  const at = (v: number) => (flip ? 100 - x(v) : x(v));
  return (
    <section class="numberlines" aria-label={t("incident.numbers")}>
      <h2>
        {t("incident.numbers")} <span class="muted">({t("what.killed")})</span>
      </h2>
      <ul>
        {told.map((r) => {
          const [least, high] = r.values.killed!;
          const end = high ?? most * 1.05;
          return (
            <li key={r.key}>
              <span class="numberline-who">{r.document.outlet ? <Words>{r.document.outlet}</Words> : <Unknown what="unknown.outlet" />}</span>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <line class="track" x1="0" x2="100" y1="4" y2="4" />
                <line class={high === null ? "span open" : "span"} x1={at(least)} x2={at(end)} y1="4" y2="4" />
                <line class="tick" x1={at(least)} x2={at(least)} y1="1" y2="7" />
                {high !== null && high !== least && <line class="tick" x1={at(high)} x2={at(high)} y1="1" y2="7" />}
              </svg>
              <Num value={r.values.killed} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

// One report in a list: what it is in a line, its words, the way to the whole.
export function ReportCard({ report, quiet = false }: { report: Report; quiet?: boolean }) {
  const r = report;
  return (
    <article class="reportcard">
      <header>
        <Time edtf={r.values.time} />
        <TypeTag type={r.values.type} />
        <PlaceName place={r.values.place} />
        <StatusBadge status={r.status} />
      </header>
      <Evidence of={quiet ? r.evidence.slice(0, 1) : r.evidence} />
      <footer>
        <DocLine report={r} />
        <span class="spring" />
        {r.incident && (
          <a href={href("incidents", r.incident)}>
            {t("incident.title")}
          </a>
        )}
        <a href={href("documents", r.document.document, { record: r.key })}>{t("incident.open")}</a>
      </footer>
    </article>
  );
}

export const percent = (n: number): string => num(n, { style: "percent" });
