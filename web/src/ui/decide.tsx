// Decisions: made here, told in a line with a way back, and everything that shows the ledger
// asks again.
import { useState } from "preact/hooks";
import { t, tr, tx } from "../i18n";
import { send } from "../lib/api";
import * as f from "../lib/format";
import { problem } from "../lib/problem";
import { set, state } from "../lib/store";
import type { Decision, Incident, IncidentRow, Meta } from "../lib/types";
import { Dialog, Unknown, Words } from "./parts";
import { toast } from "./toast";

export const may = (meta: Meta | undefined): boolean => meta?.writable === true && meta.token === "right";
export const reviewer = (meta: Meta | undefined): string => state.by || meta?.reviewer || "";

export interface NewDecision {
  verb: string;
  targets: string[];
  field?: string;
  value?: string;
  why?: string;
}
interface Made {
  decision: Decision;
  incidents: IncidentRow[];
}

// The numbers of what was decided here, the latest last: what `u` takes back.
const mine: number[] = [];
export const lastDecision = (): number | undefined => mine[mine.length - 1];

export function decisionText(d: { verb: string; field?: string | null; value?: string | null; undoes?: number | null }): string {
  const params = {
    n: d.undoes ?? 0,
    field: d.field ? tr("field", d.field) : "",
    value: d.field === "type" && d.value ? f.type(d.value) : d.value || t("review.noValue"),
  };
  return tr("review.verb", d.verb, params);
}

// null where it failed; the failure is told.
export async function decide(meta: Meta | undefined, what: NewDecision): Promise<Made | null> {
  const by = reviewer(meta);
  if (!by) {
    toast(t("review.needsName"), { bad: true });
    return null;
  }
  try {
    const made = await send<Made>("POST", "/decisions", { ...what, by });
    if (what.verb === "undo") {
      const at = mine.indexOf(Number(what.targets[0]));
      if (at >= 0) mine.splice(at, 1);
    } else mine.push(made.decision.number);
    set({ changed: state.changed + 1 });
    toast(t("review.saved", { what: decisionText(made.decision) }), {
      ...(what.verb === "undo" ? {} : { action: { label: t("review.undo"), run: () => void undo(meta, made.decision.number) } }),
    });
    return made;
  } catch (e) {
    toast(problem(e), { bad: true });
    return null;
  }
}

export async function undo(meta: Meta | undefined, number = lastDecision()): Promise<Made | null> {
  if (number === undefined) {
    toast(t("review.nothingToUndo"));
    return null;
  }
  return decide(meta, { verb: "undo", targets: [String(number)] });
}

export function SplitButton({ meta, d, picked, keyed }: { meta: Meta | undefined; d: Incident; picked: Set<string>; keyed?: boolean }) {
  if (d.reports.length < 2) return null;
  const ready = picked.size > 0 && picked.size < d.reports.length;
  return (
    <button
      class="button"
      disabled={!ready}
      title={ready ? undefined : t("review.splitHint")}
      onClick={() => void decide(meta, { verb: "split", targets: [...picked] })}
    >
      {t("review.split")} {keyed && <kbd>s</kbd>}
    </button>
  );
}

export function Correct(props: {
  meta: Meta | undefined;
  d: Incident;
  onClose: () => void;
  onDone?: (decision: Decision) => void;
}) {
  const { meta, d, onClose } = props;
  const fields = meta?.fields ?? [];
  const [report, setReport] = useState(d.reports[0]?.key ?? "");
  const [field, setField] = useState(fields.find((x) => x.field === "killed")?.field ?? fields[0]?.field ?? "");
  const [value, setValue] = useState("");
  const [why, setWhy] = useState("");
  const now = d.reports.find((r) => r.key === report)?.values;
  const example = fields.find((x) => x.field === field)?.example ?? "";
  const choices: Record<string, { value: string; name: string }[]> = {
    type: (meta?.types.event ?? []).map((x) => ({ value: x, name: f.type(x) })),
    stance: ["asserted", "denied", "alleged", "planned", "foiled"].map((x) => ({ value: x, name: tr("stance", x) })),
  };
  const current = (): string => {
    if (!now) return "";
    if (field === "killed" || field === "injured") return f.range(now[field]);
    if (field === "type") return f.type(now.type);
    if (field === "stance") return tr("stance", now.stance);
    if (field === "place") return f.place(now.place);
    return f.time(now.time);
  };
  const save = async (e: Event) => {
    e.preventDefault();
    const made = await decide(meta, { verb: "correct", targets: [report], field, value: value.trim(), ...(why.trim() ? { why: why.trim() } : {}) });
    if (!made) return;
    props.onDone?.(made.decision);
    onClose();
  };
  return (
    <Dialog title={t("review.correct")} onClose={onClose}>
      <form class="form" onSubmit={(e) => void save(e)}>
        <label class="field">
          <span>{t("review.which")}</span>
          <select value={report} onChange={(e) => setReport(e.currentTarget.value)}>
            {d.reports.map((r) => (
              <option key={r.key} value={r.key}>
                {r.document.outlet ?? t("unknown.outlet")}
                {" · "}
                {r.document.published ? f.time(r.document.published.slice(0, 10)) : t("unknown.date")}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{t("review.field")}</span>
          <select autofocus value={field} onChange={(e) => (setField(e.currentTarget.value), setValue(""))}>
            {fields.map((x) => (
              <option key={x.field} value={x.field}>
                {tr("field", x.field)}
              </option>
            ))}
          </select>
        </label>
        <p class="muted small">
          {tx("review.now", { value: <Words>{current() || <Unknown what="unknown.number" />}</Words> })}
        </p>
        <label class="field">
          <span>{t("review.value")}</span>
          {choices[field] ? (
            <select value={value} required onChange={(e) => setValue(e.currentTarget.value)}>
              <option value="" />
              {choices[field]!.map((c) => (
                <option key={c.value} value={c.value}>
                  {c.name}
                </option>
              ))}
            </select>
          ) : (
            <input dir="ltr" value={value} onInput={(e) => setValue(e.currentTarget.value)} aria-describedby="value-hint" />
          )}
        </label>
        <p class="muted small" id="value-hint">
          {example && t("review.example", { example: `\u2066${example}\u2069` })} {!choices[field] && t("review.valueNone")}
        </p>
        <label class="field">
          <span>
            {t("review.why")} <small class="muted">({t("review.whyHint")})</small>
          </span>
          <textarea dir="auto" rows={2} value={why} onInput={(e) => setWhy(e.currentTarget.value)} />
        </label>
        <Reviewer meta={meta} />
        <footer>
          <button type="button" class="button" onClick={onClose}>
            {t("app.cancel")}
          </button>
          <button class="button primary">{t("app.save")}</button>
        </footer>
      </form>
    </Dialog>
  );
}

export function Reviewer({ meta }: { meta: Meta | undefined }) {
  const [name, setName] = useState(reviewer(meta));
  return (
    <label class="field">
      <span>
        {t("review.by")} <small class="muted">({t("review.byHint")})</small>
      </span>
      <input
        dir="auto"
        required
        maxLength={100}
        value={name}
        onInput={(e) => {
          setName(e.currentTarget.value);
          set({ by: e.currentTarget.value.trim() });
        }}
      />
    </label>
  );
}
