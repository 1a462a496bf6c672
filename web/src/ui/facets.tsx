// Counts that are filters: a press on one keeps only that.
import { useState } from "preact/hooks";
import { num, t, type Key } from "../i18n";
import * as f from "../lib/format";
import { setParams, useRoute, type Filter } from "../lib/route";
import type { Facet } from "../lib/types";
import { remember } from "./filters";
import { Bar, Empty, SideTag, Words } from "./parts";

export function Facets(props: { title: Key; filter: Filter | null; rows: Facet[]; all: number; label?: (f: Facet) => string }) {
  const { title, filter, rows } = props;
  const { params } = useRoute();
  const [open, setOpen] = useState(false);
  if (filter) remember(filter, rows);
  const shown = open ? rows : rows.slice(0, 7);
  const most = rows[0]?.n ?? 1;
  const name = props.label ?? ((x: Facet) => f.name(x) || x.value || t("unknown.outlet"));
  return (
    <section class="facets">
      <h3>{t(title)}</h3>
      {!rows.length && <Empty />}
      <ul>
        {shown.map((row) => {
          const on = filter !== null && params[filter] === row.value;
          const body = (
            <>
              <span class="facet-name">
                {filter === "type" && <span class="swatch" aria-hidden="true" />}
                <Words>{name(row)}</Words>
                {row.side && row.side !== "unknown" && <SideTag side={row.side} />}
              </span>
              <span class="count">{num(row.n)}</span>
              <Bar share={row.n / most} />
            </>
          );
          const family = filter === "type" ? `fam-${f.family(row.value)}` : "";
          return (
            <li key={row.value} class={family}>
              {filter && row.value ? (
                <button class="facet" aria-pressed={on} onClick={() => setParams({ [filter]: on ? undefined : row.value })}>
                  {body}
                </button>
              ) : (
                <div class="facet">{body}</div>
              )}
            </li>
          );
        })}
      </ul>
      {rows.length > 7 && (
        <button class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t("app.less") : `${t("app.more")} (${num(rows.length)})`}
        </button>
      )}
    </section>
  );
}
