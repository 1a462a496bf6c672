// What the present selection is, where, when, and what it rests on.
import { useEffect, useState } from "preact/hooks";
import { TimelineChart, TimelineTable } from "../chart/timeline";
import { num, t, tx } from "../i18n";
import { useApi, type Answer } from "../lib/api";
import * as f from "../lib/format";
import { filtersOf, FILTERS, href, setParams, useRoute } from "../lib/route";
import type { MapData, Meta, Overview as Data, Timeline } from "../lib/types";
import { loadBase } from "../map/geo";
import { MapView } from "../map/map";
import { Facets } from "../ui/facets";
import { FilterBar } from "../ui/filters";
import { Empty, Failed, Heading, Icon, Number as Num, SideTag, Waiting } from "../ui/parts";

export function Overview({ meta }: { meta: Meta | undefined }) {
  const { params } = useRoute();
  const filters = filtersOf(params);
  const overview = useApi<Data>("/overview", filters);
  const { from: _from, to: _to, ...anytime } = filters;
  const timeline = useApi<Timeline>("/timeline", { ...anytime, by: params["by"] });
  const map = useApi<MapData>("/map", filters);
  useEffect(() => void loadBase(), []);
  const d = overview.data;
  return (
    <div class="view overview">
      <Heading>{t("overview.title")}</Heading>
      <FilterBar filters={FILTERS} meta={meta}>
        <a class="button" href={href("incidents", "", filters)}>
          {t("overview.toTable")}
        </a>
      </FilterBar>
      <Failed answer={overview} />
      {!d && overview.loading && <Waiting />}
      {d && (
        <div class={overview.loading ? "board stale" : "board"}>
          <Basis d={d} empty={meta?.counts["documents"] === 0} />
          <div class="where">
            <MapView data={map.data} filters={filters} />
          </div>
          <When filters={filters} answer={timeline} />
          <aside class="counts" aria-label={t("overview.types")}>
            <Facets title="overview.types" filter="type" rows={d.types} all={d.incidents} label={(x) => f.type(x.value)} />
            <Facets title="overview.actors" filter="actor" rows={d.actors} all={d.incidents} />
          </aside>
          <div class="more">
            <Facets title="overview.sources" filter="source" rows={d.sources} all={d.incidents} />
            <Facets title="overview.countries" filter="place" rows={d.countries} all={d.incidents} label={(x) => f.name(x) || f.country(x.value)} />
            <Facets title="overview.admin1" filter="place" rows={d.admin1} all={d.incidents} />
            <Facets title="overview.places" filter="place" rows={d.places} all={d.incidents} />
            <Facets title="overview.origins" filter={null} rows={d.basis.top} all={d.incidents} />
          </div>
        </div>
      )}
    </div>
  );
}

function Basis({ d, empty }: { d: Data; empty: boolean }) {
  const strong = (text: string) => <strong>{text}</strong>;
  if (!d.incidents) return <Empty>{empty ? t("app.empty") : t("app.nothing")}</Empty>;
  return (
    <section class="basis" aria-labelledby="basis-title">
      <div class="basis-words">
        <h2 id="basis-title">{t("overview.basis")}</h2>
        <p class="lead">
          {tx("overview.basisText", {
            incidents: strong(t("n.incidents", { n: d.incidents })),
            records: strong(t("n.reports", { n: d.records })),
            documents: strong(t("n.documents", { n: d.documents })),
            origins: strong(t("n.origins", { n: d.basis.origins })),
            parties: t("overview.parties", { n: d.basis.parties }),
          })}
        </p>
        <ul class="caveats">
          {d.basis.single > 0 && <li>{t("overview.single", { n: d.basis.single })}</li>}
          {d.basis.party_only > 0 && <li>{t("overview.partyOnly", { n: d.basis.party_only })}</li>}
          {d.undated > 0 && (
            <li>
              <button class="link" onClick={() => setParams({ undated: "1", from: "", to: "" })}>
                {t("overview.undated", { n: d.undated })}
              </button>
            </li>
          )}
          {d.unplaced > 0 && <li>{t("overview.unplaced", { n: d.unplaced })}</li>}
        </ul>
      </div>
      <div>
        <h3>{t("overview.sides")}</h3>
        <Share
          rows={d.basis.sides.map((s) => ({ key: `side-${s.side}`, n: s.origins, label: <SideTag side={s.side} /> }))}
        />
      </div>
      <div>
        <h3>{t("overview.checked")}</h3>
        <Share
          rows={(["machine-coded", "reviewed", "corrected"] as const).map((s) => ({
            key: `s-${s}`,
            n: d.status[s],
            label: <span class="statusword">{t(`status.${s}`)}</span>,
          }))}
        />
      </div>
      <dl class="tolls" title={t("overview.sumNote")}>
        <div>
          <dt>{t("overview.killed")}</dt>
          <dd>
            <Num value={d.killed} />
          </dd>
        </div>
        <div>
          <dt>{t("overview.injured")}</dt>
          <dd>
            <Num value={d.injured} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

// Parts of a whole as one bar, each said in words below.
function Share({ rows }: { rows: { key: string; n: number; label: preact.ComponentChildren }[] }) {
  const all = rows.reduce((sum, r) => sum + r.n, 0) || 1;
  let at = 0;
  return (
    <div class="share">
      <svg viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
        {rows.map((r) => {
          const x = (at / all) * 100;
          at += r.n;
          return <rect key={r.key} class={r.key} x={x} width={r.n ? Math.max(0.7, (r.n / all) * 100 - 0.4) : 0} height="5" />;
        })}
      </svg>
      <ul>
        {rows
          .filter((r) => r.n > 0)
          .map((r) => (
            <li key={r.key}>
              <i class={`key ${r.key}`} aria-hidden="true" />
              {r.label} <b>{num(r.n)}</b>
            </li>
          ))}
      </ul>
    </div>
  );
}

function When({ filters, answer }: { filters: Record<string, string>; answer: Answer<Timeline> }) {
  const { params } = useRoute();
  const [table, setTable] = useState(false);
  const { from = "", to = "" } = filters;
  const by = params["by"] ?? "auto";
  const d = answer.data;
  return (
    <section class="when" aria-label={t("overview.timeline")}>
      <header>
        <h2>{t("overview.timeline")}</h2>
        <div class="segmented" role="group" aria-label={t("overview.by")}>
          {(["auto", "day", "week", "month"] as const).map((b) => (
            <button key={b} aria-pressed={by === b} onClick={() => setParams({ by: b === "auto" ? "" : b }, true)}>
              {t(`by.${b}`)}
            </button>
          ))}
        </div>
        {(from || to) && (
          <button class="link" onClick={() => setParams({ from: "", to: "" })}>
            <Icon of="close" /> {t("overview.clearPeriod")}
          </button>
        )}
        <span class="spring" />
        <button class="link" onClick={() => setTable(!table)}>
          {table ? t("overview.asChart") : t("overview.asTable")}
        </button>
      </header>
      <Failed answer={answer} />
      {d && (table ? <TimelineTable data={d} /> : <TimelineChart data={d} from={from} to={to} />)}
      {d && d.undated > 0 && <p class="muted small">{t("overview.undatedBin", { n: d.undated })}</p>}
    </section>
  );
}
