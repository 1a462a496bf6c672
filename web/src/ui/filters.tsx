// The bar of filters: what is chosen stands as chips, each with its own way out; a panel opens
// to change it. All of it lives in the address.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { num, t, tr } from "../i18n";
import { get } from "../lib/api";
import * as f from "../lib/format";
import { setParams, useRoute, type Filter } from "../lib/route";
import type { Facet, Meta } from "../lib/types";
import { Icon, Words } from "./parts";

// Names of values that came from a facet or a suggestion, so that a chip can say them.
const seen = new Map<string, Facet>();
export function remember(what: string, facets: Facet[]): void {
  for (const facet of facets) seen.set(`${what}:${facet.value}`, facet);
}

export function valueName(key: string, value: string): string {
  if (key === "type") return value.split(",").map(f.type).join(" · ");
  if (key === "status") return value === "checked" ? t("filter.status.checked") : tr("status", value);
  if (key === "from" || key === "to") return f.time(value);
  if (key === "undated" || key === "bbox") return "";
  if (key === "min_killed") return num(+value);
  const facet = seen.get(`${key}:${value}`);
  if (facet) return f.name(facet) || value;
  if (key === "place" && /^[A-Z]{2}$/.test(value)) return f.country(value);
  return value;
}

function Chip({ filter, value }: { filter: Filter; value: string }) {
  const text = valueName(filter, value);
  const label = t(`filter.${filter}`);
  return (
    <li>
      <button
        class="chip"
        onClick={() => setParams({ [filter]: undefined })}
        aria-label={t("filter.remove", { name: text ? `${label}: ${text}` : label })}
      >
        <span class="chip-label">{label}</span>
        {text && <Words>{text}</Words>}
        <Icon of="close" />
      </button>
    </li>
  );
}

export function FilterBar({ filters, meta, children }: {
  filters: readonly Filter[];
  meta: Meta | undefined;
  children?: preact.ComponentChildren;
}) {
  const { params } = useRoute();
  const [open, setOpen] = useState(false);
  const chosen = filters.filter((k) => params[k]);
  const id = useId();
  return (
    <section class="filterbar" aria-label={t("filter.title")}>
      <div class="filterline">
        <button class="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <Icon of="filter" />
          {t("filter.show")}
          {chosen.length > 0 && <span class="pill">{num(chosen.length)}</span>}
        </button>
        {chosen.length > 0 && (
          <ul class="chips">
            {chosen.map((k) => (
              <Chip key={k} filter={k} value={params[k] as string} />
            ))}
          </ul>
        )}
        {chosen.length > 0 && (
          <button class="link" onClick={() => setParams(Object.fromEntries(chosen.map((k) => [k, undefined])))}>
            {t("filter.clear")}
          </button>
        )}
        <span class="spring" />
        {children}
      </div>
      {open && (
        <div class="filterpanel" id={id}>
          {filters.map((k) => (
            <FilterField key={k} filter={k} meta={meta} />
          ))}
        </div>
      )}
    </section>
  );
}

function FilterField({ filter, meta }: { filter: Filter; meta: Meta | undefined }) {
  const { params } = useRoute();
  const value = params[filter] ?? "";
  const id = useId();
  switch (filter) {
    case "from":
    case "to":
      return <DateField filter={filter} value={value} />;
    case "place":
    case "actor":
    case "source":
      return <Suggest what={filter} value={value} />;
    case "type":
      return <TypeField value={value} types={meta?.types.event ?? []} />;
    case "status":
      return (
        <div class="field">
          <label for={id}>{t("col.status")}</label>
          <select id={id} value={value} onChange={(e) => setParams({ status: e.currentTarget.value })}>
            <option value="">{t("app.any")}</option>
            <option value="machine-coded">{t("status.machine-coded")}</option>
            <option value="checked">{t("filter.status.checked")}</option>
            <option value="reviewed">{t("status.reviewed")}</option>
            <option value="corrected">{t("status.corrected")}</option>
          </select>
        </div>
      );
    case "undated":
      return (
        <label class="check">
          <input type="checkbox" checked={value === "1"} onChange={(e) => setParams({ undated: e.currentTarget.checked ? "1" : "" })} />
          {t("filter.undated")}
        </label>
      );
    case "min_killed":
    case "q":
      return <TextField filter={filter} value={value} number={filter === "min_killed"} />;
    default:
      return null;
  }
}

function TextField({ filter, value, number }: { filter: Filter; value: string; number: boolean }) {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const done = () => text !== value && setParams({ [filter]: text.trim() });
  return (
    <div class="field">
      <label for={id}>{t(`filter.${filter}`)}</label>
      <input
        id={id}
        {...(number ? { type: "number" as const, min: 0 } : { type: "search" as const })}
        dir="auto"
        value={text}
        onInput={(e) => setText(e.currentTarget.value)}
        onBlur={done}
        onKeyDown={(e) => e.key === "Enter" && done()}
      />
    </div>
  );
}

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
function DateField({ filter, value }: { filter: "from" | "to"; value: string }) {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const bad = text !== "" && !DATE.test(text);
  const done = () => !bad && text !== value && setParams({ [filter]: text });
  return (
    <div class="field">
      <label for={id}>{t(`filter.${filter}`)}</label>
      <input
        id={id}
        inputMode="numeric"
        placeholder="2024-06"
        dir="ltr"
        value={text}
        aria-invalid={bad}
        aria-describedby={bad ? `${id}-bad` : undefined}
        onInput={(e) => setText(e.currentTarget.value)}
        onBlur={done}
        onKeyDown={(e) => e.key === "Enter" && done()}
      />
      {bad && (
        <p class="field-bad" id={`${id}-bad`}>
          {t("filter.invalid")}
        </p>
      )}
    </div>
  );
}

function TypeField({ value, types }: { value: string; types: string[] }) {
  const chosen = value ? value.split(",") : [];
  const toggle = (type: string) =>
    setParams({
      type: (chosen.includes(type) ? chosen.filter((x) => x !== type) : [...chosen, type]).join(","),
    });
  return (
    <fieldset class="field types">
      <legend>{t("filter.type")}</legend>
      <div class="toggles">
        {types.map((type) => (
          <button
            key={type}
            type="button"
            class={`toggle fam-${f.family(type)}`}
            aria-pressed={chosen.includes(type)}
            onClick={() => toggle(type)}
          >
            <span class="swatch" aria-hidden="true" />
            {f.type(type)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

// A combo box (ARIA 1.2): the list is the server's suggestions, the most frequent first.
function Suggest({ what, value }: { what: "place" | "actor" | "source"; value: string }) {
  const id = useId();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [rows, setRows] = useState<Facet[]>([]);
  const [at, setAt] = useState(-1);
  const timer = useRef(0);
  const shown = value ? valueName(what, value) : "";
  useEffect(() => setText(shown), [shown]);
  const ask = (q: string) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      get<{ rows: Facet[] }>("/suggest", { what, q, limit: 12 }).then(
        (answer) => {
          remember(what, answer.rows);
          setRows(answer.rows);
          setAt(-1);
        },
        () => setRows([]),
      );
    }, 120);
  };
  const choose = (facet: Facet | undefined) => {
    setOpen(false);
    setParams({ [what]: facet ? facet.value : text.trim() });
  };
  const key = (e: KeyboardEvent) => {
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      setOpen(true);
      const step = e.key === "ArrowDown" ? 1 : -1;
      setAt((a) => Math.max(-1, Math.min(rows.length - 1, a + step)));
    } else if (e.key === "Enter") choose(rows[at]);
    else if (e.key === "Escape") setOpen(false);
  };
  return (
    <div class="field suggest">
      <label for={id}>{t(`filter.${what}`)}</label>
      <input
        id={id}
        role="combobox"
        aria-expanded={open && rows.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
        autocomplete="off"
        dir="auto"
        placeholder={t("filter.typing")}
        value={text}
        onFocus={(e) => {
          e.currentTarget.select();
          setOpen(true);
          ask("");
        }}
        onInput={(e) => {
          setText(e.currentTarget.value);
          setOpen(true);
          ask(e.currentTarget.value);
        }}
        onBlur={() => {
          setOpen(false);
          if (text.trim() === "" && value) setParams({ [what]: undefined });
          else if (text !== shown) setText(shown);
        }}
        onKeyDown={key}
      />
      <ul class={open && rows.length > 0 ? "suggestions" : "suggestions off"} role="listbox" id={`${id}-list`} aria-label={t(`filter.${what}`)}>
        {rows.map((row, i) => (
          <li
            key={row.value}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            onMouseDown={(e) => {
              e.preventDefault();
              choose(row);
            }}
          >
            <Words>{f.name(row) || row.value}</Words>
            {row.country && <span class="within">{f.country(row.country)}</span>}
            <span class="count">{num(row.n)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
