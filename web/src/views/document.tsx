// A whole document with all its records marked in the text. A record of the list, or a mark, shows
// the words of that record alone.
import { useEffect, useRef, useState } from "preact/hooks";
import { num, t } from "../i18n";
import { useApi } from "../lib/api";
import { href, setParams, useRoute } from "../lib/route";
import { useStore } from "../lib/store";
import * as f from "../lib/format";
import type { DocumentBrief, FullDocument } from "../lib/types";
import { fieldName, Legend, markClass } from "../ui/evidence";
import { Empty, Failed, Heading, Icon, Killed, PlaceName, SideTag, StatusBadge, Time, TypeTag, Unknown, Waiting, Words } from "../ui/parts";

export function DocumentView({ id }: { id: string }) {
  const { names } = useStore();
  const answer = useApi<FullDocument>(`/documents/${encodeURIComponent(id)}`, { names: names ? "shown" : "" });
  const d = answer.data;
  return (
    <div class="view document">
      <Failed answer={answer} />
      {!d && answer.loading && <Waiting />}
      {d && <Body d={d} />}
    </div>
  );
}

export function DocumentMeta({ d }: { d: DocumentBrief }) {
  return (
    <p class="docmeta muted">
      {d.outlet ? <Words>{d.outlet}</Words> : <Unknown what="unknown.outlet" />} <SideTag side={d.side} />
      <span class="dotsep"> · </span>
      {d.published ? <Time edtf={d.published.slice(0, 10)} /> : <Unknown what="unknown.date" />}
      {d.author && (
        <>
          <span class="dotsep"> · </span>
          <Words>{d.author}</Words>
        </>
      )}
      {d.version > 1 && (
        <>
          <span class="dotsep"> · </span>
          {t("document.version", { n: d.version })}
        </>
      )}
      <span class="dotsep"> · </span>
      {t("n.records", { n: d.records })}
      {d.copies > 0 && (
        <>
          <span class="dotsep"> · </span>
          {t("n.copies", { n: d.copies })}
        </>
      )}
    </p>
  );
}

function Body({ d }: { d: FullDocument }) {
  const { params } = useRoute();
  const wanted = d.reports.findIndex((r) => r.key === params["record"]);
  const [only, setOnly] = useState(-1);
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => setOnly(wanted), [wanted]);
  useEffect(() => {
    if (only < 0) return;
    const marks = text.current?.querySelectorAll("mark.on");
    const trigger = text.current?.querySelector("mark.on.is-trigger") ?? marks?.[0];
    trigger?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }, [only]);
  const choose = (i: number) => {
    setOnly(i);
    setParams({ record: i < 0 ? "" : d.reports[i]?.key }, true);
  };
  return (
    <>
      <Heading>{d.title ? <Words>{d.title}</Words> : <Unknown what="unknown.title" />}</Heading>
      <DocumentMeta d={d} />
      <p class="docmeta">
        {d.url && (
          <a href={d.url} target="_blank" rel="noopener noreferrer nofollow">
            <Icon of="open" />
            {t("document.source")}
          </a>
        )}{" "}
        {d.retrieved && <span class="muted small">{t("document.retrieved", { date: f.time(d.retrieved.slice(0, 10)) })}</span>}
      </p>
      <div class="docgrid">
        <section class="doctext" aria-label={t("document.text")}>
          <Legend />
          {d.truncated && <p class="notice">{t("document.truncated")}</p>}
          <div class="body" ref={text} lang="ar">
            {d.segments.map((s, i) => {
              const marks = (s.marks ?? []).filter((m) => only < 0 || m.report === only);
              const fields = marks.filter((m) => m.field !== "sentence").map((m) => m.field);
              const inSentence = only >= 0 && marks.some((m) => m.field === "sentence");
              const body = s.masked ? <span class="masked">{s.text}</span> : s.text;
              if (!fields.length) {
                return inSentence ? (
                  <span key={i} class="in-sentence">
                    {body}
                  </span>
                ) : s.masked ? (
                  <span key={i}>{body}</span>
                ) : (
                  body
                );
              }
              const owners = [...new Set(marks.map((m) => m.report))];
              const label = `${[...new Set(fields.map(fieldName))].join(" · ")} (${owners.map((o) => num(o + 1)).join(" · ")})`;
              return (
                <mark
                  key={i}
                  class={`${markClass(fields)} ${only >= 0 ? "on" : ""} ${fields.includes("trigger") ? "is-trigger" : ""}`}
                  title={label}
                  onClick={() => choose(only === owners[0] ? -1 : (owners[0] ?? -1))}
                >
                  {body}
                  {fields.includes("trigger") && <sup class="refs">{owners.map((o) => num(o + 1)).join(" ")}</sup>}
                </mark>
              );
            })}
          </div>
        </section>
        <aside class="docrecords" aria-label={t("document.records")}>
          <h2>{t("document.records")}</h2>
          {!d.reports.length && <Empty>{t("document.noRecords")}</Empty>}
          {d.reports.length > 1 && (
            <button class="chip" aria-pressed={only < 0} onClick={() => choose(-1)}>
              {t("document.allRecords")}
            </button>
          )}
          <ol>
            {d.reports.map((r, i) => (
              <li key={r.key} class={only === i ? "chosen" : ""}>
                <button class="recordline" aria-pressed={only === i} title={t("document.selectRecord")} onClick={() => choose(only === i ? -1 : i)}>
                  <span class="recordline-n">{num(i + 1)}</span>
                  <span>
                    <TypeTag type={r.values.type} /> <span class="muted small">{t(`kind.${r.record.kind as "event"}`)}</span>
                    <br />
                    <Time edtf={r.values.time} /> · <PlaceName place={r.values.place} />
                    {r.values.killed && (
                      <>
                        <br />
                        <Killed value={r.values.killed} />
                      </>
                    )}
                  </span>
                  <StatusBadge status={r.status} brief />
                </button>
                {r.incident && <a href={href("incidents", r.incident)}>{t("incident.title")}</a>}
              </li>
            ))}
          </ol>
          <Others title={t("document.versions")} rows={d.versions} />
          <Others title={t("document.others")} rows={d.others} />
        </aside>
      </div>
    </>
  );
}

function Others({ title, rows }: { title: string; rows: DocumentBrief[] }) {
  if (!rows.length) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="plainlist">
        {rows.map((x) => (
          <li key={x.document}>
            <a href={href("documents", x.document)}>{x.title ? <Words>{x.title}</Words> : <Unknown what="unknown.title" />}</a>
            <DocumentMeta d={x} />
          </li>
        ))}
      </ul>
    </section>
  );
}
