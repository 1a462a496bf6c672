// Small things that every view uses: names and texts with their direction isolated, badges,
// what is shown while waiting and when something fails.
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { lang, num, t, tr, type Key } from "../i18n";
import type { Answer } from "../lib/api";
import * as f from "../lib/format";
import { problem } from "../lib/problem";
import type { Named, Origin, Place, Range, Side, Status } from "../lib/types";

// Words of the data: their own direction, and Naskh where they are Arabic.
export function Words({ children, class: c = "" }: { children: ComponentChildren; class?: string }) {
  return (
    <bdi class={`words ${c}`} dir="auto">
      {children}
    </bdi>
  );
}

// Ids, names of rules, versions: the same in every language.
export function Code({ children }: { children: ComponentChildren }) {
  return (
    <bdi class="code" dir="ltr" translate={false}>
      {children}
    </bdi>
  );
}

export function Unknown({ what }: { what: Key }) {
  return <span class="unknown">{t(what)}</span>;
}

// `brief`: where room is scarce, an open number is "12+".
export function Number({ value, approx = false, brief = false }: { value: Range; approx?: boolean; brief?: boolean }) {
  if (!value) return <Unknown what="unknown.number" />;
  const short = brief && value[1] === null;
  return (
    <bdi class={value[1] === null ? "number open" : "number"} dir={lang() === "ar" ? "rtl" : "ltr"}>
      {short ? (
        <>
          <span aria-hidden="true" title={f.range(value, approx)}>
            {num(value[0])}+
          </span>
          <span class="hidden">{f.range(value, approx)}</span>
        </>
      ) : (
        f.range(value, approx)
      )}
    </bdi>
  );
}

// "12 killed"; in Arabic the noun follows the number's form, so a range stands behind the noun.
export function Killed({ value }: { value: Range }) {
  if (!value) return null;
  const exact = value[0] === value[1];
  if (exact) return <span class="killed">{t("n.killed", { n: value[0] })}</span>;
  return (
    <span class="killed">
      {lang() === "ar" ? (
        <>
          {t("col.killed")}: <Number value={value} />
        </>
      ) : (
        <>
          <Number value={value} /> {t("what.killed")}
        </>
      )}
    </span>
  );
}

export function Time({ edtf, long = false }: { edtf: string | null; long?: boolean }) {
  if (!edtf) return <Unknown what="unknown.date" />;
  return (
    <time class="time" dateTime={/^\d{4}(-\d\d(-\d\d)?)?$/.test(edtf) ? edtf : undefined} title={edtf}>
      {f.time(edtf, !long)}
    </time>
  );
}

export function PlaceName({ place, more = false }: { place: Place | null; more?: boolean }) {
  if (!place || !f.name(place)) return <Unknown what="unknown.place" />;
  const within = more ? f.within(place) : "";
  return (
    <span class="place">
      <Precision of={place.precision} />
      <Words>{f.name(place)}</Words>
      {within && <Words class="within">{within}</Words>}
    </span>
  );
}

// How exactly a place is known, as the map draws it.
export function Precision({ of }: { of: number | null }) {
  const level = of ?? 6;
  const text = tr("precision", String(level));
  return (
    <svg class={`precision p${level}`} viewBox="0 0 16 16" role="img" aria-label={text}>
      <title>{text}</title>
      {level <= 1 ? (
        <circle cx="8" cy="8" r="3.2" class="dot" />
      ) : level <= 3 ? (
        <>
          <circle cx="8" cy="8" r="1.8" class="dot" />
          <circle cx="8" cy="8" r={level === 2 ? 4.6 : 6.4} class="ring" />
        </>
      ) : (
        <path d="M2.5 6 6 2.6l5 .8 2.7 4-1.9 5.2-5.6.9L2.6 10z" class="area" />
      )}
    </svg>
  );
}

export function Names({ of, none = "unknown.agent" }: { of: Named[]; none?: Key }) {
  const names = of.map(f.name).filter(Boolean);
  if (!names.length) return <Unknown what={none} />;
  return (
    <span class="names">
      {names.map((n, i) => (
        <span key={i}>
          {i > 0 && <span class="dotsep"> · </span>}
          <Words>{n}</Words>
        </span>
      ))}
    </span>
  );
}

export function TypeTag({ type }: { type: string }) {
  return (
    <span class={`type fam-${f.family(type)}`}>
      <span class="swatch" aria-hidden="true" />
      {f.type(type)}
    </span>
  );
}

export function StatusBadge({ status, brief = false }: { status: Status; brief?: boolean }) {
  const why = t(`status.${status}.why`);
  return (
    <span class={`status s-${status}`} title={why}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {status === "machine-coded" ? (
          <circle cx="8" cy="8" r="5" class="hollow" />
        ) : status === "reviewed" ? (
          <path d="M3 8.5 6.5 12 13 4.5" class="stroke" />
        ) : (
          <path d="M3.5 12.5 4 10l6.5-6.5 2 2L6 12z" class="stroke" />
        )}
      </svg>
      <span class={brief ? "brief" : ""}>{t(`status.${status}`)}</span>
    </span>
  );
}

export function SideTag({ side }: { side: Side }) {
  return <span class={`side side-${side}`}>{t(`side.${side}`)}</span>;
}

export function Origins({ of }: { of: Origin[] }) {
  return (
    <span class="origins">
      {of.map((o, i) => (
        <span class="origin" key={i}>
          {f.name(o) ? <Words>{f.name(o)}</Words> : <Unknown what="unknown.outlet" />} <SideTag side={o.side} />
        </span>
      ))}
    </span>
  );
}

export function Waiting() {
  return (
    <p class="waiting" role="status">
      <span class="spinner" aria-hidden="true" />
      {t("app.loading")}
    </p>
  );
}

export function Failed({ answer }: { answer: Answer<unknown> }) {
  const e = answer.error;
  if (!e) return null;
  return (
    <div class="failed" role="alert">
      <p>
        {e.status === 404 ? t("app.notFound") : e.status > 0 && `${t("app.failed")} `}
        {e.status !== 404 && <bdi dir="auto">{problem(e)}</bdi>}
      </p>
      <button class="button" onClick={answer.again}>
        {t("app.retry")}
      </button>
    </div>
  );
}

export function Empty({ children }: { children?: ComponentChildren }) {
  return <p class="empty">{children ?? t("app.nothing")}</p>;
}

// The first of many, and the button that shows more of them.
export function useFirst<T>(all: T[], step: number): [T[], ComponentChildren] {
  const [n, setN] = useState(step);
  const left = all.length - n;
  return [
    left > 0 ? all.slice(0, n) : all,
    left > 0 && (
      <button class="button" onClick={() => setN(n + step)}>
        {t("app.more")} ({num(left)})
      </button>
    ),
  ];
}

// Is the page being put on paper?
export function usePrinting(): boolean {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const paper = matchMedia("print");
    const look = () => setOn(paper.matches);
    const stop = new AbortController();
    paper.addEventListener("change", look, { signal: stop.signal });
    addEventListener("beforeprint", () => setOn(true), { signal: stop.signal });
    addEventListener("afterprint", () => setOn(false), { signal: stop.signal });
    look();
    return () => stop.abort();
  }, []);
  return on;
}

export const Count = ({ n }: { n: number }) => <span class="count">{num(n)}</span>;

const shapes: Record<string, JSX.Element> = {
  search: <path d="M11 11l3.5 3.5M12.5 7a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0z" />,
  menu: <path d="M2 4h12M2 8h12M2 12h12" />,
  close: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
  back: <path d="M10 3 5 8l5 5" />,
  filter: <path d="M1.5 3h13L9.5 9v4.5l-3-1.5V9z" />,
  sun: <path d="M8 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM8 .8v1.6M8 13.6v1.6M.8 8h1.6M13.6 8h1.6M2.9 2.9 4 4M12 12l1.1 1.1M13.1 2.9 12 4M4 12l-1.1 1.1" />,
  moon: <path d="M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1z" />,
  auto: <path d="M8 1.8a6.2 6.2 0 1 1 0 12.4zM8 1.8a6.2 6.2 0 1 0 0 12.4" />,
  lock: <path d="M3.5 7.5h9v6h-9zM5.3 7.5V5a2.7 2.7 0 0 1 5.4 0v2.5" />,
  print: <path d="M4.5 6V2h7v4M4.5 11.5H2.3V6h11.4v5.5h-2.2M4.5 9.5h7V14h-7z" />,
  download: <path d="M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11" />,
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  fit: <path d="M2 5.5V2h3.5M10.5 2H14v3.5M14 10.5V14h-3.5M5.5 14H2v-3.5" />,
  area: <path d="M2.5 2.5h11v11h-11z" stroke-dasharray="2.4 1.8" />,
  up: <path d="M8 13V3M4 7l4-4 4 4" />,
  down: <path d="M8 3v10M4 9l4 4 4-4" />,
  flat: <path d="M3 8h10M9.5 4.5 13 8l-3.5 3.5" />,
  open: <path d="M6 3H3v10h10v-3M9 3h4v4M13 3 7.5 8.5" />,
  link: <path d="M6.5 9.5 9.5 6.5M7 4.5 9 2.6a3 3 0 0 1 4.3 4.3L11.500 9M9 11.500 7 13.400a3 3 0 0 1-4.300-4.300L4.500 7" />,
};
export function Icon({ of }: { of: string }) {
  return (
    <svg class={`icon icon-${of}`} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[of]}
    </svg>
  );
}

// A modal dialog of the browser's own: it keeps the focus, and Escape closes it.
export function Dialog(props: { title: string; onClose: () => void; children: ComponentChildren; class?: string }) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={ref} class={`dialog ${props.class ?? ""}`} onClose={props.onClose} aria-label={props.title}>
      <header>
        <h2>{props.title}</h2>
        <button class="icon-button" type="button" onClick={props.onClose} aria-label={t("app.close")}>
          <Icon of="close" />
        </button>
      </header>
      {props.children}
    </dialog>
  );
}

// The first letters of a heading that a screen reader lands on when a view opens.
export function Heading({ children }: { children: ComponentChildren }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body || !document.activeElement) ref.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={ref} tabIndex={-1}>
      {children}
    </h1>
  );
}

// A bar as wide as its share; by SVG, since the content policy has no style attributes.
export function Bar({ share, class: c = "" }: { share: number; class?: string }) {
  return (
    <svg class={`bar ${c}`} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="fill" width={Math.max(share > 0 ? 0.8 : 0, Math.min(100, share * 100))} height="4" />
    </svg>
  );
}
