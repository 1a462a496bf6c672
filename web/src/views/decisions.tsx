// What was decided: who, when, why, and whether it still holds.
import { t } from "../i18n";
import * as f from "../lib/format";
import { href } from "../lib/route";
import type { Decision, Meta } from "../lib/types";
import { decisionText, may, undo } from "../ui/decide";
import { Words } from "../ui/parts";

export function DecisionList({ rows, meta }: { rows: Decision[]; meta: Meta | undefined }) {
  return (
    <ol class="decisions">
      {rows.map((d) => (
        <li key={d.number} class={d.undone ? "undone" : ""}>
          <span class="decision-n">
            <bdi dir="ltr">{d.number}</bdi>
          </span>
          <div>
            <p>
              <strong>
                <Words>{d.by}</Words>
              </strong>{" "}
              <span class={`verb v-${d.verb}`}>{decisionText(d)}</span>
              {d.undone && <span class="tag">{t("review.undone")}</span>}
              {d.records.some((r) => r.orphan) && <span class="tag">{t("review.orphan")}</span>}
            </p>
            {d.why && (
              <p class="why">
                <Words>{d.why}</Words>
              </p>
            )}
            <p class="muted small">
              <time dateTime={d.at}>{f.stamp(d.at)}</time>
              {d.records[0] && (
                <>
                  {" · "}
                  <a href={href("incidents", d.records[0].record)}>
                    <bdi dir="ltr">{d.records[0].record}</bdi>
                  </a>
                </>
              )}
            </p>
          </div>
          {may(meta) && !d.undone && d.verb !== "undo" && (
            <button class="button small" onClick={() => void undo(meta, d.number)}>
              {t("review.undo")}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
