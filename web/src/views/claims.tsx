// What parties say of a period, beside what is on record; figures over time; trends.
import { useEffect, useRef, useState } from "preact/hooks";
import uPlot from "uplot";
import { colour } from "../chart/colour";
import { axes } from "../chart/timeline";
import { lang, num, t, tr, type Key } from "../i18n";
import { useApi } from "../lib/api";
import * as f from "../lib/format";
import { filtersOf, go, href, setParams, useRoute, type Filter } from "../lib/route";
import { useStore } from "../lib/store";
import type { Claim, Meta, Page, Range, Report, Series } from "../lib/types";
import { Evidence } from "../ui/evidence";
import { FilterBar } from "../ui/filters";
import { Empty, Failed, Heading, Icon, Names, Number as Num, Origins, PlaceName, StatusBadge, Time, TypeTag, Unknown, Waiting, Words } from "../ui/parts";
import { Mentions } from "../ui/reports";

const FILTERS: Filter[] = ["from", "to", "place", "actor", "source", "status", "q"];
const TABS: [string, Key][] = [
  ["", "claims.tallies"],
  ["series", "claims.series"],
  ["trends", "claims.trends"],
];

export function Claims({ meta }: { meta: Meta | undefined }) {
  const { id, params } = useRoute();
  return (
    <div class="view claims">
      <Heading>{t("claims.title")}</Heading>
      <div class="tabs" role="group" aria-label={t("claims.title")}>
        {TABS.map(([tab, label]) => (
          <button key={tab} aria-pressed={id === tab} onClick={() => go(href("claims", tab, filtersOf(params, FILTERS)))}>
            {t(label)}
          </button>
        ))}
      </div>
      <FilterBar filters={FILTERS} meta={meta} />
      {id === "series" ? <AllSeries /> : id === "trends" ? <Trends /> : <Tallies />}
    </div>
  );
}

function More({ shown, total }: { shown: number; total: number }) {
  const { params } = useRoute();
  if (shown >= total || shown >= 500) return null;
  return (
    <button class="button" onClick={() => setParams({ show: String(Number(params["show"] ?? 50) + 50) }, true)}>
      {t("app.more")}
    </button>
  );
}

function Tallies() {
  const { params } = useRoute();
  const answer = useApi<Page<Claim>>("/claims", { ...filtersOf(params, FILTERS), limit: Math.min(500, Number(params["show"] ?? 50)) });
  const d = answer.data;
  const groups = new Map<string, Claim[]>();
  // Those that can be compared come first.
  const claims = [...(d?.rows ?? [])].sort((a, b) => Number(a.on_record === null) - Number(b.on_record === null));
  for (const c of claims) {
    const who = f.list(c.agents.map(f.name)) || f.list(c.report.origins.map(f.name));
    groups.set(who, [...(groups.get(who) ?? []), c]);
  }
  return (
    <>
      <p class="note">{t("claims.note")}</p>
      <Failed answer={answer} />
      {!d && answer.loading && <Waiting />}
      {d && !d.rows.length && <Empty />}
      {d && d.rows.length > 0 && (
        <>
          <ul class="claimkey" aria-hidden="true">
            <li>
              <i class="key claimed" /> {t("claims.claimed")}
            </li>
            <li>
              <i class="key record" /> {t("claims.onRecord")}
            </li>
            <li>
              <i class="key missing" /> {t("claims.missing")}
            </li>
          </ul>
          {[...groups].map(([who, claims]) => (
            <section class="claimgroup" key={who}>
              <h2>{who ? <Words>{who}</Words> : <Unknown what="unknown.agent" />}</h2>
              {claims.map((c) => (
                <ClaimRow key={c.report.key} c={c} />
              ))}
            </section>
          ))}
          <More shown={d.rows.length} total={d.total} />
        </>
      )}
    </>
  );
}

// One measure of a claim: what is claimed as an outline, what is on record filled, the rest the gap.
function Gap({ label, claimed, record }: { label: string; claimed: Range; record: Range }) {
  if (!claimed) return null;
  const said = claimed[0];
  const got = record?.[0] ?? 0;
  const most = Math.max(claimed[1] ?? said, record?.[1] ?? got, 1) * 1.02;
  const flip = lang() === "ar";
  const x = (from: number, width: number) => (flip ? 100 - from - width : from);
  const w = (v: number) => (v / most) * 100;
  const words = record === null ? "" : got < said ? t("claims.gap", { n: said - got }) : got > said ? t("claims.excess", { n: got - said }) : t("claims.even");
  return (
    <div class="gap">
      <span class="gap-label">{label}</span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="claimed" x={x(0, w(said))} y="1" width={w(said)} height="8" />
        {claimed[1] !== null && claimed[1] !== said && <rect class="claimed maybe" x={x(w(said), w(claimed[1] - said))} y="1" width={w(claimed[1] - said)} height="8" />}
        {record && got < said && <rect class="missing" x={x(w(got), w(said - got))} y="3" width={w(said - got)} height="4" />}
        {record && <rect class={got > said ? "record over" : "record"} x={x(0, w(got))} y="3" width={w(got)} height="4" />}
      </svg>
      <span class="gap-numbers">
        <span>
          <span class="muted">{t("claims.claimed")}</span>{" "}
          <b>
            <Num value={claimed} />
          </b>
        </span>
        {record && (
          <span>
            <span class="muted">{t("claims.onRecord")}</span>{" "}
            <b>
              <Num value={record} />
            </b>
          </span>
        )}
      </span>
      <span class={got > said && record ? "gap-words over" : "gap-words"}>{words}</span>
    </div>
  );
}

function ClaimRow({ c }: { c: Claim }) {
  const on = c.on_record;
  return (
    <article class="claim">
      <header>
        <TypeTag type={c.report.values.type} />
        <Time edtf={c.report.values.time} long />
        <PlaceName place={c.place} />
        <StatusBadge status={c.report.status} brief />
        <span class="spring" />
        <span class="muted small">
          <Origins of={c.report.origins} />
        </span>
      </header>
      <div class="gaps">
        <Gap label={f.type(c.report.values.type)} claimed={c.claimed.count} record={on ? [on.incidents, on.incidents] : null} />
        <Gap label={t("what.killed")} claimed={c.claimed.killed} record={on ? (on.killed ?? [0, 0]) : null} />
        <Gap label={t("what.injured")} claimed={c.claimed.injured} record={on ? (on.injured ?? [0, 0]) : null} />
        <Gap label={t("what.arrested")} claimed={c.claimed.arrested} record={null} />
      </div>
      {!on && <p class="muted small">{t("claims.cannot")}</p>}
      <details>
        <summary>{t("findings.sentences")}</summary>
        <Evidence of={c.report.evidence} />
        <p class="small">
          <a href={href("documents", c.report.document.document, { record: c.report.key })}>{t("incident.open")}</a>
        </p>
      </details>
      {on && on.incidents > 0 && (
        <a class="small" href={href("incidents", "", on.query)}>
          {t("claims.showIncidents")} ({num(on.incidents)})
        </a>
      )}
    </article>
  );
}

function AllSeries() {
  const { params } = useRoute();
  const answer = useApi<Page<Series>>("/series", { ...filtersOf(params, FILTERS), limit: Math.min(500, Number(params["show"] ?? 50)) });
  const d = answer.data;
  return (
    <>
      <Failed answer={answer} />
      {!d && answer.loading && <Waiting />}
      {d && !d.rows.length && <Empty>{t("claims.noSeries")}</Empty>}
      <div class="serieslist">
        {d?.rows.map((s, i) => (
          <SeriesCard key={`${i} ${s.type} ${s.place?.id ?? ""}`} s={s} />
        ))}
      </div>
      {d && <More shown={d.rows.length} total={d.total} />}
    </>
  );
}

function SeriesCard({ s }: { s: Series }) {
  const dated = s.points.filter((p) => p.day && p.count);
  return (
    <section class="seriescard">
      <h2>
        {f.type(s.type)} {s.unit && <span class="tag">{s.unit}</span>}
        {s.place && (
          <>
            {" · "}
            <PlaceName place={s.place} />
          </>
        )}
      </h2>
      <p class="muted">
        {s.label && <Words>{s.label}</Words>} {s.holders.length > 0 && <Names of={s.holders} />}
      </p>
      {dated.length > 1 && <SeriesChart s={s} />}
      <SeriesTable s={s} open={dated.length < 2} />
    </section>
  );
}

// The figures one by one: open where there is no chart, else behind it.
function SeriesTable({ s, open }: { s: Series; open: boolean }) {
  const [shown, setShown] = useState(open);
  return (
    <details open={open} onToggle={(e) => e.currentTarget.open && setShown(true)}>
      <summary>
        {t("n.figures", { n: s.figures })}
        {s.points.length < s.figures && ` · ${t("claims.latest", { n: s.points.length })}`}
      </summary>
      <div class="scroll short" tabIndex={0} role="region" aria-label={`${f.type(s.type)} ${s.place ? f.place(s.place) : ""}`}>
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{t("col.time")}</th>
              <th scope="col" class="num">
                {t("claims.point")}
              </th>
              <th scope="col">{t("col.said")}</th>
              <th scope="col">{t("col.status")}</th>
            </tr>
          </thead>
          <tbody>
            {(shown ? s.points : []).map((p) => (
              <tr key={p.record}>
                <td>
                  <a href={href("documents", p.document, { record: p.record })}>
                    <Time edtf={p.time ?? p.day} />
                  </a>
                </td>
                <td class="num">
                  <Num value={p.count} approx={p.approx} />
                </td>
                <td>
                  <Origins of={p.origins} />
                </td>
                <td>
                  <StatusBadge status={p.status} brief />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

// Points joined by a line, where they are few enough to be one course; an open number is a hollow point with an arrow up, since it is a least.
function SeriesChart({ s }: { s: Series }) {
  const host = useRef<HTMLDivElement>(null);
  const { lang: language, theme } = useStore();
  const points = s.points.filter((p) => p.day && p.count).sort((a, b) => (a.day! < b.day! ? -1 : 1));
  useEffect(() => {
    const el = host.current;
    if (!el) return;
    const xs = points.map((p) => Date.parse(p.day!) / 1000);
    const ys = points.map((p) => p.count![0]);
    const first = xs[0]!;
    const last = xs[xs.length - 1]!;
    const pad = Math.max((last - first) * 0.06, 86_400 * 3);
    const u = new uPlot(
      {
        width: Math.max(el.clientWidth, 100),
        height: 190,
        legend: { show: false },
        tzDate: (ts) => uPlot.tzDate(new Date(ts * 1000), "UTC"),
        scales: { x: { dir: language === "ar" ? -1 : 1, range: () => [first - pad, last + pad] }, y: { range: (_, __, max) => [0, Math.max(max * 1.15, 4)] } },
        axes: axes((v) => num(v, { notation: v >= 10_000 ? "compact" : "standard" })),
        series: [{}, { stroke: () => colour("bar"), width: points.length > 40 ? 0 : 2, points: { show: false } }],
        cursor: { show: false },
        hooks: {
          draw: [
            (me) => {
              const c = me.ctx;
              const ratio = devicePixelRatio || 1;
              points.forEach((p, i) => {
                const x = me.valToPos(xs[i]!, "x", true);
                const y = me.valToPos(ys[i]!, "y", true);
                c.beginPath();
                c.arc(x, y, 4 * ratio, 0, 2 * Math.PI);
                c.fillStyle = p.count![1] === null ? colour("surface") : colour("bar");
                c.fill();
                c.lineWidth = 1.6 * ratio;
                c.strokeStyle = colour("bar");
                c.stroke();
                if (p.count![1] !== null) return;
                c.beginPath();
                c.moveTo(x, y - 5 * ratio);
                c.lineTo(x, y - 14 * ratio);
                c.moveTo(x - 3 * ratio, y - 11 * ratio);
                c.lineTo(x, y - 14 * ratio);
                c.lineTo(x + 3 * ratio, y - 11 * ratio);
                c.stroke();
              });
            },
          ],
        },
      },
      [xs, ys],
      el,
    );
    const observer = new ResizeObserver(() => u.setSize({ width: Math.max(el.clientWidth, 100), height: 190 }));
    observer.observe(el);
    return () => {
      observer.disconnect();
      u.destroy();
    };
  }, [s, language, theme]);
  const a = points[0]!;
  const b = points[points.length - 1]!;
  const label = `${f.type(s.type)}: ${f.time(a.day)} ${f.range(a.count, a.approx)}; ${f.time(b.day)} ${f.range(b.count, b.approx)}`;
  return <div class="plot serieplot" ref={host} role="img" aria-label={label} />;
}

function Trends() {
  const { params } = useRoute();
  const answer = useApi<Page<Report>>("/records", { kind: "trend", ...filtersOf(params, FILTERS), limit: Math.min(500, Number(params["show"] ?? 50)) });
  const d = answer.data;
  return (
    <>
      <p class="note">{t("claims.trendNote")}</p>
      <Failed answer={answer} />
      {!d && answer.loading && <Waiting />}
      {d && !d.rows.length && <Empty />}
      <ul class="trends">
        {d?.rows.map((r) => (
          <li key={r.key} class={`trend d-${r.record.direction ?? "flat"}`}>
            <span class="direction">
              <Icon of={r.record.direction ?? "flat"} />
              {tr("direction", r.record.direction)}
            </span>
            <div>
              <p class="trendline">
                <TypeTag type={r.values.type} /> <Mentions of={r.record.agents} none={false} />
                <PlaceName place={r.values.place} /> <Time edtf={r.values.time} long />
              </p>
              <Evidence of={r.evidence.slice(0, 1)} />
              <p class="muted small">
                <Origins of={r.origins} /> · <a href={href("documents", r.document.document, { record: r.key })}>{t("incident.open")}</a> ·{" "}
                <StatusBadge status={r.status} />
              </p>
            </div>
          </li>
        ))}
      </ul>
      {d && <More shown={d.rows.length} total={d.total} />}
    </>
  );
}
