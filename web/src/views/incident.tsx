// One incident: its reports side by side, what does not add up in it, what was decided.
import { useEffect, useState } from "preact/hooks";
import { t, tr } from "../i18n";
import { useApi } from "../lib/api";
import * as f from "../lib/format";
import { go, href, useRoute } from "../lib/route";
import { useStore } from "../lib/store";
import type { Incident, Meta } from "../lib/types";
import { Correct, decide, may, SplitButton } from "../ui/decide";
import { Legend } from "../ui/evidence";
import { Pairs } from "../ui/pairs";
import { Failed, Heading, Icon, Names, Number as Num, PlaceName, StatusBadge, Time, TypeTag, Waiting } from "../ui/parts";
import { NumberLines, SideBySide } from "../ui/reports";
import { sourcesOf } from "./incidents";
import { FindingCard } from "./findings";
import { DecisionList } from "./decisions";

export function IncidentView({ id, meta }: { id: string; meta: Meta | undefined }) {
  const { params } = useRoute();
  const { names } = useStore();
  const answer = useApi<Incident>(`/incidents/${encodeURIComponent(id)}`, { names: names ? "shown" : "" });
  const d = answer.data;
  return (
    <div class="view incident">
      <nav class="crumbs">
        <a href={href("incidents", "", params)}>
          <Icon of="back" />
          {t("incidents.title")}
        </a>
      </nav>
      <Failed answer={answer} />
      {!d && answer.loading && <Waiting />}
      {d && d.incident !== id && <p class="notice">{t("incident.moved")}</p>}
      {d && <IncidentBody d={d} meta={meta} />}
    </div>
  );
}

export function IncidentHead({ d }: { d: Incident }) {
  return (
    <dl class="factline">
      <div>
        <dt>{t("col.time")}</dt>
        <dd>
          <Time edtf={d.time} long />
        </dd>
      </div>
      <div>
        <dt>{t("col.place")}</dt>
        <dd>
          <PlaceName place={d.place} more />
        </dd>
      </div>
      <div>
        <dt>{t("col.killed")}</dt>
        <dd class="big">
          <Num value={d.killed} />
        </dd>
      </div>
      <div>
        <dt>{t("col.injured")}</dt>
        <dd class="big">
          <Num value={d.injured} />
        </dd>
      </div>
      <div>
        <dt>{t("col.agents")}</dt>
        <dd>
          <Names of={d.agents} />
        </dd>
      </div>
      <div>
        <dt>{t("col.targets")}</dt>
        <dd>
          <Names of={d.targets} />
        </dd>
      </div>
      <div>
        <dt>{t("col.sources")}</dt>
        <dd>{sourcesOf(d)}</dd>
      </div>
    </dl>
  );
}

function IncidentBody({ d, meta }: { d: Incident; meta: Meta | undefined }) {
  const [picked, setPicked] = useState<Set<string>>(new Set());
  const [correcting, setCorrecting] = useState(false);
  useEffect(() => setPicked(new Set()), [d.incident]);
  const pick = (key: string) =>
    setPicked((old) => {
      const next = new Set(old);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const writes = may(meta);
  return (
    <>
      <header class="incident-head">
        <div class="titleline">
          <Heading>
            <TypeTag type={d.type} />
          </Heading>
          <StatusBadge status={d.status} />
          <span class="spring" />
          <div class="actions">
            {writes && (
              <>
                <button class="button" onClick={() => void decide(meta, { verb: "accept", targets: [d.incident] })}>
                  {t("review.accept")}
                </button>
                <button class="button" onClick={() => void decide(meta, { verb: "reject", targets: [d.incident] }).then((ok) => ok && go(href("incidents")))}>
                  {t("review.reject")}
                </button>
                <button class="button" onClick={() => setCorrecting(true)}>
                  {t("review.correct")}
                </button>
                <SplitButton meta={meta} d={d} picked={picked} />
              </>
            )}
            <button class="button" onClick={() => print()}>
              <Icon of="print" />
              {t("app.print")}
            </button>
          </div>
        </div>
        <IncidentHead d={d} />
      </header>
      <NumberLines reports={d.reports} />
      <section>
        <div class="titleline">
          <h2>{t("incident.reports")}</h2>
          <span class="muted">{t("n.reports", { n: d.reports_total })}</span>
          <span class="spring" />
          <Legend />
        </div>
        <SideBySide reports={d.reports} picked={picked} {...(writes && d.reports.length > 1 ? { onPick: pick } : {})} />
        {d.reports_total > d.reports.length && <p class="muted">{t("incident.more", { n: d.reports_total - d.reports.length })}</p>}
      </section>
      {d.findings.length > 0 && (
        <section>
          <h2>{t("incident.findings")}</h2>
          {d.findings.map((x) => (
            <FindingCard key={x.finding} d={x} brief />
          ))}
        </section>
      )}
      <section>
        <h2>{t("incident.decisions")}</h2>
        {d.decisions.length ? <DecisionList rows={d.decisions} meta={meta} /> : <p class="muted">{t("incident.none")}</p>}
      </section>
      {d.pairs.length > 0 && (
        <details class="pairs">
          <summary>{t("incident.why")}</summary>
          <p class="muted small">{t("incident.whyNote")}</p>
          <Pairs of={d.pairs} reports={d.reports} />
        </details>
      )}
      <p class="sheetfoot small muted">
        {t("incident.id")} <bdi dir="ltr">{d.incident}</bdi> ·{" "}
        {meta && t("incident.sheetFrom", { ledger: meta.ledger, version: meta.version, data: meta.data_version })} ·{" "}
        {tr("status", d.status)} · {t("app.notice")} {t("map.credit")} · {f.time(d.time)}
      </p>
      {correcting && <Correct meta={meta} d={d} onClose={() => setCorrecting(false)} />}
    </>
  );
}
