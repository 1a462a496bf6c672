// The queue of what is most worth a look, for the keyboard: j and k go, a accepts, r rejects, e
// corrects, u takes the last decision back; x marks, m merges, s splits off. What was decided
// stays in its place in the queue, with what became of it, until the queue is asked for anew.
import { useEffect, useRef, useState } from "preact/hooks";
import { num, t, type Key } from "../i18n";
import { get, useApi } from "../lib/api";
import { filtersOf, FILTERS, go, href, useRoute } from "../lib/route";
import { useStore } from "../lib/store";
import type { Decision, Incident, IncidentRow, Meta, Page } from "../lib/types";
import { Correct, decide, decisionText, may, Reviewer, reviewer, SplitButton, undo } from "../ui/decide";
import { Legend } from "../ui/evidence";
import { FilterBar } from "../ui/filters";
import { Dialog, Empty, Failed, Heading, Killed, PlaceName, StatusBadge, Time, TypeTag, Waiting, Words } from "../ui/parts";
import { NumberLines, SideBySide } from "../ui/reports";
import { toast } from "../ui/toast";
import { DecisionList } from "./decisions";
import { FindingCard } from "./findings";
import { IncidentHead } from "./incident";
import { sourcesOf } from "./incidents";

export function Review({ meta, tab }: { meta: Meta | undefined; tab: string }) {
  const { params } = useRoute();
  return (
    <div class="view review">
      <div class="titleline">
        <Heading>{t("review.title")}</Heading>
        <div class="tabs" role="group" aria-label={t("review.title")}>
          <button aria-pressed={tab !== "history"} onClick={() => go(href("review", "", params))}>
            {t("review.queue")}
          </button>
          <button aria-pressed={tab === "history"} onClick={() => go(href("review", "history", params))}>
            {t("review.history")}
          </button>
        </div>
      </div>
      {meta && !may(meta) && <p class="notice">{meta.writable ? t("app.noTokenWhy") : t("app.readonlyWhy")}</p>}
      {tab === "history" ? <History meta={meta} /> : <Queue meta={meta} />}
    </div>
  );
}

function History({ meta }: { meta: Meta | undefined }) {
  const [limit, setLimit] = useState(50);
  const answer = useApi<Page<Decision>>("/decisions", { limit });
  const d = answer.data;
  return (
    <section>
      <Failed answer={answer} />
      {!d && answer.loading && <Waiting />}
      {d && <p class="muted">{t("n.decisions", { n: d.total })}</p>}
      {d && <DecisionList rows={d.rows} meta={meta} />}
      {d && d.rows.length < d.total && limit < 500 && (
        <button class="button" onClick={() => setLimit(Math.min(500, limit + 100))}>
          {t("app.more")}
        </button>
      )}
    </section>
  );
}

const KEYS: [string, Key][] = [
  ["j k", "review.key.jk"],
  ["a", "review.accept"],
  ["r", "review.reject"],
  ["e", "review.correct"],
  ["u", "review.undo"],
  ["x", "review.key.x"],
  ["m", "review.key.m"],
  ["s", "review.key.s"],
  ["o", "review.key.o"],
];

function Queue({ meta }: { meta: Meta | undefined }) {
  const { params } = useRoute();
  useStore();
  const filters = filtersOf(params);
  const key = JSON.stringify(filters);
  const [stamp, setStamp] = useState(0);
  // Asked once for each set of filters: a decision must not pull the list from under the reader.
  const answer = useQueue({ status: "machine-coded", ...filters }, `${key} ${stamp}`);
  const rows = answer.data?.rows ?? [];
  const [at, setAt] = useState(0);
  const [made, setMade] = useState<Map<string, Decision>>(new Map());
  const [marked, setMarked] = useState<Set<string>>(new Set());
  const [picked, setPicked] = useState<Set<string>>(new Set());
  const [dialog, setDialog] = useState<"" | "correct" | "name">("");
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    setAt(0);
    setMade(new Map());
    setMarked(new Set());
  }, [key, stamp]);
  const row = rows[at];
  const detail = useApi<Incident>(row ? `/incidents/${row.incident}` : null);
  useEffect(() => setPicked(new Set()), [row?.incident]);
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const step = (by: number) => setAt((i) => Math.max(0, Math.min(rows.length - 1, i + by)));
  const ready = (): boolean => {
    if (!may(meta)) return false;
    if (reviewer(meta)) return true;
    setDialog("name");
    return false;
  };
  const note = (ids: string[], d: Decision) =>
    setMade((old) => {
      const next = new Map(old);
      ids.forEach((x) => next.set(x, d));
      return next;
    });
  const judge = async (verb: "accept" | "reject") => {
    if (!row || !ready()) return;
    // A correction may have led it to another id since the queue was asked for: what is shown is meant.
    const done = await decide(meta, { verb, targets: [detail.data?.incident ?? row.incident] });
    if (!done) return;
    note([row.incident], done.decision);
    step(1);
  };
  const merge = async () => {
    if (!row || !ready()) return;
    const targets = [...new Set([row.incident, ...marked])];
    if (targets.length < 2) return toast(t("review.mergeHint"));
    // By their records, all of them: an incident's id stands for its smallest record alone.
    const parts = await Promise.all(targets.map((id) => get<Incident>(`/incidents/${id}`))).catch(() => null);
    if (!parts) return toast(t("app.failed"), { bad: true });
    const records = [...new Set(parts.flatMap((p) => p.reports.map((r) => r.key)))];
    const done = await decide(meta, { verb: "merge", targets: records.length <= 500 ? records : targets });
    if (!done) return;
    note(targets, done.decision);
    setMarked(new Set());
  };
  const split = async () => {
    const d = detail.data;
    if (!d || !ready()) return;
    if (d.reports.length < 2) return toast(t("review.splitNeeds"));
    if (!picked.size || picked.size >= d.reports.length) return toast(t("review.splitHint"));
    const done = await decide(meta, { verb: "split", targets: [...picked] });
    if (done) note([d.incident], done.decision);
    setPicked(new Set());
  };
  const takeBack = async () => {
    if (!ready()) return;
    const back = await undo(meta);
    if (!back) return;
    const number = back.decision.undoes;
    setMade((old) => new Map([...old].filter(([, d]) => d.number !== number)));
    const was = rows.findIndex((x) => made.get(x.incident)?.number === number);
    if (was >= 0) setAt(was);
  };
  const mark = () => {
    if (!row) return;
    setMarked((old) => {
      const next = new Set(old);
      if (!next.delete(row.incident)) next.add(row.incident);
      return next;
    });
  };

  const actions: Record<string, () => void> = {
    j: () => step(1),
    k: () => step(-1),
    a: () => void judge("accept"),
    r: () => void judge("reject"),
    e: () => detail.data && ready() && setDialog("correct"),
    u: () => void takeBack(),
    x: mark,
    m: () => void merge(),
    s: () => void split(),
    o: () => row && go(href("incidents", row.incident)),
  };
  // By the key's place as well, so that an Arabic keyboard need not be switched.
  const places: Record<string, string> = { KeyJ: "j", KeyK: "k", KeyA: "a", KeyR: "r", KeyE: "e", KeyU: "u", KeyX: "x", KeyM: "m", KeyS: "s", KeyO: "o" };
  const latest = useRef(actions);
  latest.current = actions;
  const open = useRef(dialog);
  open.current = dialog;
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      const where = e.target as HTMLElement;
      if (e.ctrlKey || e.metaKey || e.altKey || open.current) return;
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(where.tagName) && (where as HTMLInputElement).type !== "checkbox") return;
      const run = latest.current[e.key.toLowerCase()] ?? latest.current[/[a-z]/i.test(e.key) ? "" : (places[e.code] ?? "")];
      if (!run) return;
      e.preventDefault();
      run();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  const left = rows.length ? (answer.data?.total ?? 0) - made.size : 0;
  return (
    <>
      <FilterBar filters={FILTERS.filter((x) => x !== "status")} meta={meta}>
        <span class="reviewer muted small">
          {t("review.by")}: <button class="link" onClick={() => setDialog("name")}>{reviewer(meta) ? <Words>{reviewer(meta)}</Words> : "…"}</button>
        </span>
      </FilterBar>
      <Failed answer={answer} />
      {!answer.data && answer.loading && <Waiting />}
      {answer.data && !rows.length && <Empty>{t("review.done")}</Empty>}
      {rows.length > 0 && (
        <div class="reviewgrid">
          <div class="queue">
            <p class="muted small" role="status">
              {t("review.left", { n: Math.max(0, left) })}
              {marked.size > 0 && ` · ${t("n.selected", { n: marked.size })}`}
            </p>
            <ul ref={list} aria-label={t("review.list")} tabIndex={0}>
              {rows.map((x, i) => {
                const done = made.get(x.incident);
                return (
                  <li key={x.incident} class={done ? "decided" : ""}>
                    <button aria-current={i === at ? "true" : undefined} onClick={() => setAt(i)}>
                      <span class="queue-line">
                        <TypeTag type={x.type} />
                        <Killed value={x.killed} />
                      </span>
                      <span class="queue-line small">
                        <Time edtf={x.time} /> <PlaceName place={x.place} />
                      </span>
                      <span class="queue-line small muted">{sourcesOf(x)}</span>
                      {marked.has(x.incident) && <span class="tag">{t("review.marked")}</span>}
                      {done && <span class="tag done">{decisionText(done)}</span>}
                    </button>
                  </li>
                );
              })}
            </ul>
            {left <= 0 || at === rows.length - 1 ? (
              <button class="button" onClick={() => setStamp(stamp + 1)}>
                {t("app.more")}
              </button>
            ) : null}
          </div>
          <div class="judge">
            <div class="toolbar" role="toolbar" aria-label={t("review.title")}>
              <button class="button primary" disabled={!may(meta)} onClick={actions["a"]}>
                {t("review.accept")} <kbd>a</kbd>
              </button>
              <button class="button" disabled={!may(meta)} onClick={actions["r"]}>
                {t("review.reject")} <kbd>r</kbd>
              </button>
              <button class="button" disabled={!may(meta)} onClick={actions["e"]}>
                {t("review.correct")} <kbd>e</kbd>
              </button>
              <button class="button" aria-pressed={row ? marked.has(row.incident) : false} onClick={actions["x"]}>
                {t("review.mark")} <kbd>x</kbd>
              </button>
              <button class="button" disabled={!may(meta) || marked.size === 0} onClick={actions["m"]}>
                {t("review.merge")} <kbd>m</kbd>
              </button>
              {detail.data && may(meta) && <SplitButton meta={meta} d={detail.data} picked={picked} keyed />}
              <span class="spring" />
              <button class="button" disabled={!may(meta)} onClick={actions["u"]}>
                {t("review.undo")} <kbd>u</kbd>
              </button>
            </div>
            <Failed answer={detail} />
            {!detail.data && detail.loading && <Waiting />}
            {detail.data && (
              <div class={detail.loading ? "stale" : ""}>
                <div class="titleline">
                  <h2>
                    <TypeTag type={detail.data.type} />
                  </h2>
                  <StatusBadge status={detail.data.status} />
                  <span class="spring" />
                  <a href={href("incidents", detail.data.incident)}>{t("review.key.o")}</a>
                </div>
                <IncidentHead d={detail.data} />
                <NumberLines reports={detail.data.reports} />
                <Legend />
                <SideBySide
                  reports={detail.data.reports}
                  picked={picked}
                  {...(may(meta) && detail.data.reports.length > 1
                    ? {
                        onPick: (k: string) =>
                          setPicked((old) => {
                            const next = new Set(old);
                            if (!next.delete(k)) next.add(k);
                            return next;
                          }),
                      }
                    : {})}
                />
                {detail.data.findings.map((x) => (
                  <FindingCard key={x.finding} d={x} brief />
                ))}
                {detail.data.decisions.length > 0 && <DecisionList rows={detail.data.decisions} meta={meta} />}
              </div>
            )}
            <details class="keys">
              <summary>{t("review.keys")}</summary>
              <dl>
                {KEYS.map(([k, label]) => (
                  <div key={k}>
                    <dt>
                      {k.split(" ").map((x) => (
                        <kbd key={x}>{x}</kbd>
                      ))}
                    </dt>
                    <dd>{t(label)}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </div>
        </div>
      )}
      {dialog === "correct" && detail.data && (
        <Correct
          meta={meta}
          d={detail.data}
          onClose={() => setDialog("")}
          onDone={(d) => row && note([row.incident], d)}
        />
      )}
      {dialog === "name" && (
        <Dialog title={t("review.by")} onClose={() => setDialog("")}>
          <form
            class="form"
            onSubmit={(e) => {
              e.preventDefault();
              setDialog("");
            }}
          >
            <Reviewer meta={meta} />
            <footer>
              <button class="button primary">{t("app.save")}</button>
            </footer>
          </form>
        </Dialog>
      )}
      <p class="hidden" aria-live="polite">
        {row && `${num(at + 1)} / ${num(rows.length)}`}
      </p>
    </>
  );
}

// The queue as it was when asked; what changes in the ledger does not reorder it.
function useQueue(params: Record<string, string>, key: string) {
  const [kept, setKept] = useState<{ key: string; data: Page<IncidentRow> }>();
  const stale = kept?.key !== key;
  const answer = useApi<Page<IncidentRow>>(stale ? "/incidents" : null, { ...params, sort: "review", limit: 200 });
  useEffect(() => {
    if (stale && answer.data && !answer.loading) setKept({ key, data: answer.data });
  }, [answer.data, answer.loading, key]);
  return { ...answer, data: stale ? undefined : kept?.data };
}
