// What does not add up: by kind, each with its sentences and its arithmetic.
import { lang, num, t, tr } from "../i18n";
import { useApi } from "../lib/api";
import * as f from "../lib/format";
import { href, setParams, useRoute } from "../lib/route";
import { useStore } from "../lib/store";
import type { Finding, Page } from "../lib/types";
import { Evidence } from "../ui/evidence";
import { Empty, Failed, Heading, Icon, Time, Unknown, Waiting, Words } from "../ui/parts";
import { ReportCard } from "../ui/reports";
import { told } from "../ui/told";

type Answer = Page<Finding> & { kinds: { kind: string; fires: string; n: number }[] };

export function FindingsView({ id }: { id: string }) {
  return id ? <One id={id} /> : <All />;
}

function All() {
  const { params } = useRoute();
  const { names } = useStore();
  const kind = params["kind"] ?? "";
  const limit = Number(params["show"] ?? 40);
  const answer = useApi<Answer>("/findings", { kind, limit: Math.min(limit, 500), names: names ? "shown" : "" });
  const d = answer.data;
  const groups = new Map<string, Finding[]>();
  for (const x of d?.rows ?? []) groups.set(x.kind, [...(groups.get(x.kind) ?? []), x]);
  return (
    <div class="view findings">
      <div class="titleline">
        <Heading>{t("findings.title")}</Heading>
        {d && <p class="muted">{t("n.findings", { n: d.total })}</p>}
      </div>
      <p class="note">{t("findings.note")}</p>
      <Failed answer={answer} />
      {!d && answer.loading && <Waiting />}
      {d && (
        <div class="findgrid">
          <nav class="kinds" aria-label={t("filter.kind")}>
            <button aria-pressed={!kind} onClick={() => setParams({ kind: "", show: "" })}>
              <span>{t("app.all")}</span> <span class="count">{num(d.kinds.reduce((sum, k) => sum + k.n, 0))}</span>
            </button>
            {d.kinds
              .filter((k) => k.n > 0 || k.kind === kind)
              .map((k) => (
                <button key={k.kind} aria-pressed={kind === k.kind} onClick={() => setParams({ kind: k.kind, show: "" })}>
                  <span>{tr("finding", k.kind)}</span> <span class="count">{num(k.n)}</span>
                </button>
              ))}
          </nav>
          <div>
            {!d.rows.length && <Empty>{t("findings.none")}</Empty>}
            {[...groups].map(([k, rows]) => (
              <section key={k} class="findgroup">
                <h2>{tr("finding", k)}</h2>
                <p class="muted">{tr("finding", `${k}.why`)}</p>
                {rows.map((x) => (
                  <FindingCard key={x.finding} d={x} />
                ))}
              </section>
            ))}
            {d.rows.length < d.total && limit < 500 && (
              <button class="button" onClick={() => setParams({ show: String(limit + 60) }, true)}>
                {t("app.more")}
              </button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

export function FindingCard({ d, brief = false }: { d: Finding; brief?: boolean }) {
  const sentence = told(d);
  return (
    <article class={`finding k-${d.kind}`}>
      {brief && <h3>{tr("finding", d.kind)}</h3>}
      {sentence ? (
        <p class="finding-text">{sentence}</p>
      ) : (
        <p class="finding-text" lang="en" dir="ltr">
          {d.text}
        </p>
      )}
      {d.arithmetic && (
        <p class="arithmetic">
          <span class="hidden">{t("findings.arithmetic")}: </span>
          <bdi dir={lang() === "ar" ? "rtl" : "ltr"}>{f.arithmetic(d.arithmetic)}</bdi>
        </p>
      )}
      <ul class="findsentences" aria-label={t("findings.sentences")}>
        {d.sentences.map((s, i) => (
          <li key={i} dir={f.direction(s.passage.segments.map((x) => x.text).join(""))}>
            <Evidence of={[s.passage]} />
            {s.document && (
              <p class="muted small">
                <bdi dir={lang() === "ar" ? "rtl" : "ltr"}>
                  <a href={href("documents", s.document.document)}>
                    {s.document.outlet ? <Words>{s.document.outlet}</Words> : <Unknown what="unknown.outlet" />}
                  </a>{" "}
                  · {s.document.published ? <Time edtf={s.document.published.slice(0, 10)} /> : <Unknown what="unknown.date" />}
                </bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
      {!brief && (
        <footer>
          <a href={href("findings", d.finding)}>{t("findings.open")}</a>
          {d.incidents.slice(0, 3).map((x, i) => (
            <a key={x} href={href("incidents", x)}>
              {t("findings.incident")} {d.incidents.length > 1 ? num(i + 1) : ""}
            </a>
          ))}
        </footer>
      )}
    </article>
  );
}

function One({ id }: { id: string }) {
  const { names } = useStore();
  const answer = useApi<Finding>(`/findings/${encodeURIComponent(id)}`, { names: names ? "shown" : "" });
  const d = answer.data;
  return (
    <div class="view findings">
      <nav class="crumbs">
        <a href={href("findings")}>
          <Icon of="back" />
          {t("findings.title")}
        </a>
      </nav>
      <Failed answer={answer} />
      {!d && answer.loading && <Waiting />}
      {d && (
        <>
          <Heading>{tr("finding", d.kind)}</Heading>
          <p class="note">{tr("finding", `${d.kind}.why`)}</p>
          <FindingCard d={d} />
          <h2>{t("document.records")}</h2>
          {(d.reports ?? []).map((r) => (
            <ReportCard key={r.key} report={r} />
          ))}
        </>
      )}
    </div>
  );
}
