// A table that scrolls through any number of rows: only those in view are in the page, and rows
// are fetched a hundred at a time as they come near. Rows have one height, so that the place of
// the n-th is known without the others. By the pattern of an ARIA grid: one row can be reached
// by Tab, arrows move from there.
import type { ComponentChild } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t, type Key } from "../i18n";
import { get, ApiError } from "../lib/api";
import { useStore } from "../lib/store";
import type { Page } from "../lib/types";
import { Empty, Icon } from "./parts";

export interface Column<T> {
  key: string;
  label: Key;
  sort?: string; // the server's name; descending comes first where `down`
  down?: boolean;
  class?: string;
  cell: (row: T) => ComponentChild;
}

const CHUNK = 100;
const MOST_HEIGHT = 15_000_000; // what every browser can scroll

interface Props<T> {
  path: string;
  params: Record<string, string>;
  columns: Column<T>[];
  label: string;
  id: (row: T) => string;
  open: (row: T) => void;
  sort: string;
  onSort: (sort: string) => void;
  onTotal?: (total: number) => void;
  memory: string; // under which the place is remembered, to come back to
}

const places = new Map<string, { top: number; at: number }>();

export function VirtualTable<T>(props: Props<T>) {
  const { path, params, columns } = props;
  const { changed, token, names } = useStore();
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(600);
  const [top, setTop] = useState(0);
  const [row, setRow] = useState(52);
  const [at, setAt] = useState(places.get(props.memory)?.at ?? 0);
  const [total, setTotal] = useState<number>();
  const [error, setError] = useState<ApiError>();
  const [, again] = useState(0);
  const chunks = useRef(new Map<number, T[] | null>());
  const key = JSON.stringify([path, params, changed, token, names]);
  const now = useRef(key);
  const focusing = useRef(false);

  useLayoutEffect(() => {
    const el = box.current;
    if (!el) return;
    const measure = () => {
      setHeight(el.clientHeight);
      setRow(parseFloat(getComputedStyle(el).getPropertyValue("--row")) || 52);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(el);
    return () => observer.disconnect();
  }, []);

  if (now.current !== key) {
    now.current = key;
    chunks.current = new Map();
  }
  const full = (total ?? 0) * row;
  const scale = full > MOST_HEIGHT ? full / MOST_HEIGHT : 1; // beyond it a pixel is more than a pixel
  const first = Math.max(0, Math.floor((top * scale) / row) - 6);
  const last = Math.min((total ?? CHUNK) - 1, first + Math.ceil(height / row) + 12);

  useEffect(() => {
    const mine = key;
    const want = new Set<number>();
    for (let i = first; i <= Math.max(first, last); i += 1) want.add(Math.floor(i / CHUNK));
    want.add(Math.floor(first / CHUNK));
    for (const chunk of want) {
      if (chunks.current.has(chunk)) continue;
      chunks.current.set(chunk, null);
      get<Page<T>>(path, { ...params, limit: CHUNK, offset: chunk * CHUNK }).then(
        (page) => {
          if (now.current !== mine) return;
          chunks.current.set(chunk, page.rows);
          setTotal(page.total);
          setError(undefined);
          props.onTotal?.(page.total);
          again((n) => n + 1);
        },
        (e: unknown) => {
          if (now.current !== mine) return;
          chunks.current.delete(chunk);
          setError(e instanceof ApiError ? e : new ApiError(0, ""));
        },
      );
    }
  }, [key, first, last]);

  useEffect(() => {
    const el = box.current;
    const back = places.get(props.memory);
    if (el && back && total) el.scrollTop = back.top;
  }, [total === undefined]);

  useEffect(() => {
    if (!focusing.current) return;
    focusing.current = false;
    box.current?.querySelector<HTMLElement>(`[data-row="${at}"]`)?.focus({ preventScroll: true });
  });

  const move = (to: number) => {
    const el = box.current;
    if (!el || !total) return;
    const next = Math.max(0, Math.min(total - 1, to));
    const y = (next * row) / scale;
    const head = 40;
    if (y < el.scrollTop) el.scrollTop = y;
    else if (y + row + head > el.scrollTop + height) el.scrollTop = y + row + head - height;
    focusing.current = true;
    setAt(next);
    setTop(el.scrollTop);
  };
  const rowAt = (i: number): T | undefined => chunks.current.get(Math.floor(i / CHUNK))?.[i % CHUNK];
  const onKey = (e: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(height / row) - 2);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: (total ?? 1) - 1, j: at + 1, k: at - 1 };
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key in moves) {
      e.preventDefault();
      move(moves[e.key] as number);
    } else if (e.key === "Enter") {
      const found = rowAt(at);
      if (found) props.open(found);
    }
  };

  const rows: ComponentChild[] = [];
  const focusRow = at >= first && at <= last ? at : first;
  for (let i = first; i <= last && total; i++) {
    const data = rowAt(i);
    rows.push(
      <div
        key={i}
        class={data ? "row" : "row pending"}
        role="row"
        aria-rowindex={i + 2}
        data-row={i}
        tabIndex={i === focusRow ? 0 : -1}
        style={{ transform: `translateY(${(i - first) * row}px)` }}
        onClick={() => {
          setAt(i);
          if (data) props.open(data);
        }}
        onFocus={() => setAt(i)}
      >
        {columns.map((c) => (
          <div key={c.key} role="gridcell" class={`cell c-${c.key} ${c.class ?? ""}`} data-label={t(c.label)}>
            {data ? c.cell(data) : <span class="ghost" />}
          </div>
        ))}
      </div>,
    );
  }

  const sortBy = (c: Column<T>) => {
    if (!c.sort) return;
    const up = c.sort;
    const down = `-${c.sort}`;
    props.onSort(props.sort === down ? up : props.sort === up ? down : c.down ? down : up);
  };
  return (
    <div
      class="grid"
      role="grid"
      aria-label={props.label}
      aria-rowcount={(total ?? 0) + 1}
      aria-colcount={columns.length}
      aria-busy={total === undefined}
      ref={box}
      onKeyDown={onKey}
      onScroll={(e) => {
        setTop(e.currentTarget.scrollTop);
        places.set(props.memory, { top: e.currentTarget.scrollTop, at });
      }}
    >
      <div class="head" role="row" aria-rowindex={1}>
        {columns.map((c) => {
          const on = props.sort === c.sort ? "ascending" : props.sort === `-${c.sort}` ? "descending" : undefined;
          return (
            <div key={c.key} role="columnheader" aria-sort={on} class={`cell c-${c.key} ${c.class ?? ""}`}>
              {c.sort ? (
                <button onClick={() => sortBy(c)}>
                  {t(c.label)}
                  {on && <Icon of={on === "ascending" ? "up" : "down"} />}
                </button>
              ) : (
                t(c.label)
              )}
            </div>
          );
        })}
      </div>
      <div class="rows" role="rowgroup" style={{ height: `${Math.max(full / scale, row)}px` }}>
        <div class="window" role="presentation" style={{ transform: `translateY(${(first * row) / scale}px)` }}>
          {rows}
        </div>
      </div>
      {total === 0 && (
        <div role="row" class="none">
          <div role="gridcell">
            <Empty />
          </div>
        </div>
      )}
      {error && total === undefined && (
        <div role="row" class="none">
          <div role="gridcell">
            <p class="failed" role="alert">
              {error.status ? error.message : t("app.offline")}
            </p>
          </div>
        </div>
      )}
    </div>
  );
}
