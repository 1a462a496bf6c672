// Files in and files out: dropped ones are sent, looked through, asked about where they tell no date
// or outlet, and coded; what the filters show goes out in any format.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { has, lang, t, type Key } from "../i18n";
import { download, send, upload, useApi } from "../lib/api";
import * as f from "../lib/format";
import { problem, refusal } from "../lib/problem";
import { reason } from "../lib/reason";
import { filtersOf, FILTERS, setParams, useRoute } from "../lib/route";
import { set, state, useStore } from "../lib/store";
import type { Job, Meta, Page } from "../lib/types";
import { may } from "../ui/decide";
import { FilterBar } from "../ui/filters";
import { Empty, Failed, Heading, Icon, Time, Unknown, Words } from "../ui/parts";
import { toast } from "../ui/toast";
import { NamesSwitch } from "./people";

// What is on its way to the server; it outlives the view.
interface Sending {
  id: number;
  name: string;
  share: number;
}
let sending: Sending[] = [];
let next = 1;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((x) => x());

export async function addFiles(files: File[]): Promise<void> {
  for (const file of files) {
    const one: Sending = { id: next++, name: file.name, share: 0 };
    sending = [...sending, one];
    tell();
    try {
      await upload<Job>("/uploads", { name: file.name, start: "ask" }, file, (share) => {
        one.share = share;
        tell();
      });
    } catch (e) {
      toast(`${file.name}: ${problem(e)}`, { bad: true });
    }
    sending = sending.filter((x) => x !== one);
    tell();
  }
}

export function Files({ meta }: { meta: Meta | undefined }) {
  return (
    <div class="view files">
      <Heading>{t("files.title")}</Heading>
      <div class="filesgrid">
        <Adding meta={meta} />
        <Export meta={meta} />
      </div>
    </div>
  );
}

function Adding({ meta }: { meta: Meta | undefined }) {
  const [, again] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const writes = may(meta);
  useEffect(() => {
    const x = () => again((n) => n + 1);
    listeners.add(x);
    return () => void listeners.delete(x);
  }, []);
  return (
    <section>
      {writes ? (
        <div class="dropzone">
          <Icon of="download" />
          <p class="lead">{t("files.drop")}</p>
          <button class="button primary" onClick={() => input.current?.click()}>
            {t("files.choose")}
          </button>
          <input
            ref={input}
            type="file"
            multiple
            class="hidden"
            tabIndex={-1}
            aria-label={t("files.choose")}
            onChange={(e) => {
              void addFiles([...(e.currentTarget.files ?? [])]);
              e.currentTarget.value = "";
            }}
          />
          <p class="muted small">{t("files.kinds")}</p>
        </div>
      ) : (
        <p class="notice">{meta && !meta.writable ? t("app.readonlyWhy") : t("app.noTokenWhy")}</p>
      )}
      {sending.map((s) => (
        <div class="job" key={s.id}>
          <header>
            <h3>
              <Words>{s.name}</Words>
            </h3>
            <span class="tag">{t("files.sending")}</span>
          </header>
          <progress max={1} value={s.share} aria-label={t("files.progress", { name: s.name })} />
        </div>
      ))}
      <Jobs meta={meta} />
    </section>
  );
}

const busy = (j: Job) => j.state === "queued" || j.state === "running" || j.state === "stopping";

function Jobs({ meta }: { meta: Meta | undefined }) {
  const answer = useApi<{ rows: Job[] }>("/jobs");
  const rows = answer.data?.rows ?? [];
  const active = rows.some(busy) || sending.length > 0;
  const was = useRef(active);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(answer.again, 500);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    if (was.current && !active) set({ changed: state.changed + 1 });
    was.current = active;
  }, [active]);
  return (
    <section aria-label={t("files.jobs")}>
      <h2>{t("files.jobs")}</h2>
      <Failed answer={answer} />
      {answer.data && !rows.length && !sending.length && <Empty>{t("files.noJobs")}</Empty>}
      {rows.map((j) => (
        <JobCard key={j.job} j={j} meta={meta} again={answer.again} />
      ))}
    </section>
  );
}

function JobCard({ j, meta, again }: { j: Job; meta: Meta | undefined; again: () => void }) {
  const c = j.counts;
  const done = [
    c.new || j.state === "done" ? t("files.new", { n: c.new }) : "",
    c.seen ? t("files.seen", { n: c.seen }) : "",
    c.completed ? t("files.completed", { n: c.completed }) : "",
    c.versions ? t("files.versions", { n: c.versions }) : "",
    c.copies ? t("n.copies", { n: c.copies }) : "",
    c.refused ? t("files.refused", { n: c.refused }) : "",
    c.records ? t("n.records", { n: c.records }) : "",
  ].filter(Boolean);
  const stop = () => send("DELETE", `/jobs/${j.job}`).then(again, (e: unknown) => toast(problem(e), { bad: true }));
  return (
    <article class={`job j-${j.state}`} aria-busy={busy(j)}>
      <header>
        <h3>
          <Words>{j.name}</Words>
        </h3>
        <span class="muted small">{f.size(j.size)}</span>
        <span class="spring" />
        <span class="tag" role="status">
          {t(`files.state.${j.state}`)}
        </span>
        {may(meta) && (busy(j) || j.state === "waiting") && j.state !== "stopping" && (
          <button class="icon-button" aria-label={`${t("app.cancel")}: ${j.name}`} onClick={() => void stop()}>
            <Icon of="close" />
          </button>
        )}
      </header>
      {busy(j) && <progress max={Math.max(1, j.size)} value={j.read} aria-label={t("files.progress", { name: j.name })} />}
      {j.state === "waiting" && may(meta) && <Ask j={j} again={again} />}
      {(busy(j) || j.state === "done" || j.state === "cancelled") && done.length > 0 && <p>{done.join(" · ")}</p>}
      {j.error && <p class="failed">{reason(j.error) ?? (lang() === "en" ? j.error : t("error.500"))}</p>}
      {j.refused.length > 0 && (
        <details>
          <summary>{t("files.refusedList")}</summary>
          <ul class="plainlist small">
            {j.refused.map((r, i) => (
              <li key={i}>
                <Words>{r.what}</Words>: {refusal(r.why)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function Ask({ j, again }: { j: Job; again: () => void }) {
  const id = useId();
  const [published, setPublished] = useState("");
  const [outlet, setOutlet] = useState("");
  const m = j.missing;
  const start = (body: Record<string, string>) =>
    send("POST", `/jobs/${j.job}/start`, body).then(again, (e: unknown) => toast(problem(e), { bad: true }));
  return (
    <form
      class="ask"
      onSubmit={(e) => {
        e.preventDefault();
        void start({ published, outlet: outlet.trim() });
      }}
    >
      {m && (
        <p>
          {[t("files.asking", { n: m.documents }), m.published ? t("files.noDate", { n: m.published }) : "", m.outlet ? t("files.noOutlet", { n: m.outlet }) : ""]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
      <ul class="preview">
        {j.preview.slice(0, 4).map((p, i) => (
          <li key={i}>
            <Words>{p.title}</Words>
            <span class="muted small">
              {p.outlet ? <Words>{p.outlet}</Words> : <Unknown what="unknown.outlet" />} ·{" "}
              {p.published ? <Time edtf={p.published.slice(0, 10)} /> : <Unknown what="unknown.date" />} · {t("n.characters", { n: p.characters })}
            </span>
          </li>
        ))}
      </ul>
      <div class="askfields">
        {(!m || m.published > 0) && (
          <div class="field">
            <label for={`${id}d`}>{t("files.askDate")}</label>
            <input id={`${id}d`} type="date" name="published" value={published} onInput={(e) => setPublished(e.currentTarget.value)} aria-describedby={`${id}w`} />
            <p class="muted small" id={`${id}w`}>
              {t("files.whyDate")}
            </p>
          </div>
        )}
        {(!m || m.outlet > 0) && (
          <div class="field">
            <label for={`${id}o`}>{t("files.askOutlet")}</label>
            <input id={`${id}o`} name="outlet" dir="auto" maxLength={200} value={outlet} onInput={(e) => setOutlet(e.currentTarget.value)} />
          </div>
        )}
      </div>
      <footer>
        <button class="button primary" disabled={!published && !outlet.trim()}>
          {t("files.start")}
        </button>
        <button type="button" class="button" onClick={() => void start({})}>
          {t("files.startUnknown")}
        </button>
      </footer>
    </form>
  );
}

const WHAT = ["incidents", "records", "tallies", "figures", "trends", "findings", "documents", "decisions"] as const;
function Export({ meta }: { meta: Meta | undefined }) {
  const { params } = useRoute();
  const { names } = useStore();
  const [working, setWorking] = useState("");
  const what = params["what"] ?? "incidents";
  const filters = filtersOf(params);
  const id = useId();
  const left = useApi<Page<unknown>>(what === "incidents" ? "/incidents" : null, { ...filters, limit: 1 });
  const fetchIt = async (as: string, lists: boolean) => {
    setWorking(as);
    try {
      await download("/export", { as, ...(lists ? { what } : {}), ...filters, ...(names && meta?.token === "right" ? { names: "shown" } : {}) });
    } catch (e) {
      toast(problem(e), { bad: true });
    }
    setWorking("");
  };
  return (
    <section class="export">
      <h2>{t("files.export")}</h2>
      <p class="muted">{t("files.exportNote")}</p>
      <FilterBar filters={FILTERS} meta={meta} />
      {!Object.keys(filters).length && <p class="muted small">{t("files.noFilters")}</p>}
      <div class="field">
        <label for={id}>{t("files.what")}</label>
        <select id={id} value={what} onChange={(e) => setParams({ what: e.currentTarget.value }, true)}>
          {WHAT.map((w) => (
            <option key={w} value={w}>
              {t(`files.what.${w}`)}
            </option>
          ))}
        </select>
      </div>
      <NamesSwitch meta={meta} />
      <ul class="formats">
        {meta?.formats
          .filter((x) => x.lists || what === "incidents" || what === "records")
          .map((x) => (
            <li key={x.as}>
              <button class="button" disabled={working !== ""} onClick={() => void fetchIt(x.as, x.lists)}>
                <Icon of="download" />
                <span class="hidden">{t("app.export")}: </span>
                <bdi dir="auto">{has(`format.${x.as}`) ? t(`format.${x.as}` as Key) : x.name}</bdi>
                <span class="muted small">
                  <bdi dir="ltr">.{x.extension.replace(/^.*\./, "")}</bdi>
                </span>
                {working === x.as && <span class="spinner" aria-label={t("files.preparing")} />}
              </button>
            </li>
          ))}
      </ul>
      {what === "incidents" && left.data && <p class="muted small">{t("n.incidents", { n: left.data.total })}</p>}
    </section>
  );
}
