// Incidents by day, week or month as bars; dragging over them chooses a period. In Arabic time
// runs from right to left, as everything else does. The bars stand as a table as well.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import uPlot from "uplot";
import { lang, locale, num, t } from "../i18n";
import * as f from "../lib/format";
import { setParams } from "../lib/route";
import { useStore } from "../lib/store";
import type { Bin, Timeline } from "../lib/types";
import { colour } from "./colour";

const DAY = 86_400;

const STEP = { day: 1, week: 7, month: 30, year: 365 };

// A report of the Middle Ages must not press a year of war into one bar: where a few hundredths of
// the incidents take more than half of the line, the chart shows the rest and says so.
function framed(data: Timeline): { shown: Bin[]; outside: number } {
  const bins = data.bins;
  const all = bins.reduce((sum, b) => sum + b.n, 0);
  const days = (low: number, high: number) => (high < low ? 0 : f.dayOf(bins[high]!.to) - f.dayOf(bins[low]!.from));
  let low = 0;
  let high = bins.length - 1;
  for (let seen = bins[0]?.n ?? 0; low < high && seen <= all * 0.04; seen += bins[low]!.n) low++;
  for (let seen = bins[high]?.n ?? 0; high > low && seen <= all * 0.005; seen += bins[high]!.n) high--;
  const whole = days(0, bins.length - 1);
  if (whole < 40 * STEP[data.by] || 2 * days(low, high) > whole) return { shown: bins, outside: 0 };
  const shown = bins.slice(low, high + 1);
  return { shown, outside: all - shown.reduce((sum, b) => sum + b.n, 0) };
}

// The server leaves out empty bins; a chart of time shows them.
function filled(bins: Bin[], by: Timeline["by"]): Bin[] {
  const out: Bin[] = [];
  const next = (day: number): number => {
    if (by === "day" || by === "week") return day + STEP[by];
    const d = new Date(day * DAY * 1000);
    return Math.round((by === "month" ? Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + 1) : Date.UTC(d.getUTCFullYear() + 1, 0)) / (DAY * 1000));
  };
  let at = bins[0] ? f.dayOf(bins[0].from) : 0;
  for (const bin of bins) {
    for (const day = f.dayOf(bin.from); at < day && out.length < 20_000; ) {
      const from = at;
      at = next(at);
      out.push({ from: f.dateOf(from), to: f.dateOf(at - 1), n: 0, long: 0, killed: 0, killed_most: 0 });
    }
    out.push(bin);
    at = next(f.dayOf(bin.from));
  }
  return out;
}

// The first tick, and the first of each year, name the year.
export function timeTicks(_: uPlot, splits: number[], __: number, ___: number, step: number): string[] {
  const make = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale(), { timeZone: "UTC", ...options });
  if (step >= 365 * DAY) {
    const years = make({ year: "numeric" });
    return splits.map((s) => years.format(s * 1000));
  }
  const [short, long] =
    step >= 28 * DAY
      ? [make({ month: "short", year: "2-digit" }), make({ month: "short", year: "2-digit" })]
      : [make({ day: "numeric", month: "short" }), make({ day: "numeric", month: "short", year: "2-digit" })];
  const year = (s: number) => new Date(s * 1000).getUTCFullYear();
  return splits.map((s, i) => (i === 0 || year(s) !== year(splits[i - 1]!) ? long : short).format(s * 1000));
}

export function axes(values: (v: number) => string): uPlot.Axis[] {
  const font = '12px "IBM Plex Sans Arabic", sans-serif';
  const stroke = () => colour("ink-soft");
  const grid = { stroke: () => colour("line"), width: 1 };
  return [
    { stroke, font, grid: { show: false }, ticks: { ...grid, size: 4 }, values: timeTicks, space: 80 },
    {
      stroke,
      font,
      grid,
      ticks: { show: false },
      side: lang() === "ar" ? 1 : 3,
      size: 52,
      values: (_, splits) => splits.map((v) => (v === Math.round(v) ? values(v) : "")),
    },
  ];
}

export function TimelineChart({ data, from, to }: { data: Timeline; from: string; to: string }) {
  const host = useRef<HTMLDivElement>(null);
  const { lang: language, theme } = useStore();
  const [tip, setTip] = useState("");
  const [bins, outside] = useMemo(() => {
    const { shown, outside } = framed(data);
    return [filled(shown, data.by), outside] as const;
  }, [data]);
  const period = useRef({ from, to });
  period.current = { from, to };
  const plot = useRef<uPlot | null>(null);

  const mark = (u: uPlot) => {
    const p = period.current;
    if (!p.from && !p.to) return u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    const edge = (text: string, end: boolean): number => {
      const [y = "", m, d] = text.split("-");
      const first = Date.UTC(+y, m ? +m - 1 : 0, d ? +d : 1) / 1000;
      if (!end) return first;
      if (d) return first + DAY;
      return Date.UTC(m ? +y : +y + 1, m ? +m : 0, 1) / 1000;
    };
    const low = u.scales["x"]?.min ?? 0;
    const high = u.scales["x"]?.max ?? 0;
    const a = u.valToPos(Math.max(low, p.from ? edge(p.from, false) : low), "x");
    const b = u.valToPos(Math.min(high, p.to ? edge(p.to, true) : high), "x");
    u.setSelect({ left: Math.min(a, b), top: 0, width: Math.max(2, Math.abs(b - a)), height: u.over.clientHeight }, false);
  };

  useEffect(() => {
    const el = host.current;
    if (!el || !bins.length) return;
    const mid = (b: Bin) => (Date.parse(b.from) + Date.parse(b.to)) / 2000 + DAY / 2;
    const first = Date.parse(bins[0]!.from) / 1000;
    const last = Date.parse(bins[bins.length - 1]!.to) / 1000 + DAY;
    const pad = Math.max((last - first) * 0.01, DAY);
    const paths = uPlot.paths.bars?.({ size: [0.78, 46, 1] });
    const u = new uPlot(
      {
        width: Math.max(el.clientWidth, 100),
        height: Math.max(el.clientHeight, 90),
        legend: { show: false },
        tzDate: (ts) => uPlot.tzDate(new Date(ts * 1000), "UTC"),
        scales: {
          x: { dir: language === "ar" ? -1 : 1, range: () => [first - pad, last + pad] },
          y: { range: (_, __, max) => [0, Math.max(4, max * 1.08)] },
        },
        axes: axes((v) => num(v, { notation: v >= 10_000 ? "compact" : "standard" })),
        // What is known only to be within a longer time stands pale above the rest.
        series: [
          {},
          { ...(paths ? { paths } : {}), fill: () => `color-mix(in srgb, ${colour("bar")} 38%, ${colour("paper")})`, width: 0, points: { show: false } },
          { ...(paths ? { paths } : {}), fill: () => colour("bar"), width: 0, points: { show: false } },
        ],
        cursor: { drag: { x: true, y: false, setScale: false, dist: 4 }, y: false, points: { show: false } },
        hooks: {
          ready: [mark],
          setSelect: [
            (me) => {
              if (me.select.width < 3) return;
              const [a, b] = [me.posToVal(me.select.left, "x"), me.posToVal(me.select.left + me.select.width, "x")];
              const [low, high] = [Math.min(a, b), Math.max(a, b)];
              const inside = bins.filter((bin) => mid(bin) >= low && mid(bin) <= high);
              const some = inside.length ? inside : [bins.reduce((x, y) => (Math.abs(mid(y) - low) < Math.abs(mid(x) - low) ? y : x))];
              setParams({ from: some[0]!.from, to: some[some.length - 1]!.to });
            },
          ],
          setCursor: [
            (me) => {
              const bin = me.cursor.idx != null ? bins[me.cursor.idx] : undefined;
              setTip(bin ? `${f.time(bin.from === bin.to ? bin.from : `${bin.from}/${bin.to}`)} · ${t("n.incidents", { n: bin.n })}${bin.long ? ` · ${t("overview.long", { n: bin.long })}` : ""}` : "");
            },
          ],
        },
      },
      [bins.map(mid), bins.map((b) => b.n), bins.map((b) => b.n - b.long)],
      el,
    );
    plot.current = u;
    const observer = new ResizeObserver(() => {
      u.setSize({ width: Math.max(el.clientWidth, 100), height: Math.max(el.clientHeight, 90) });
      mark(u);
    });
    observer.observe(el);
    return () => {
      observer.disconnect();
      u.destroy();
      plot.current = null;
    };
  }, [data, language, theme]);

  useEffect(() => {
    if (plot.current) mark(plot.current);
  }, [from, to]);

  const long = bins.some((b) => b.long > 0);
  const total = bins.reduce((sum, b) => sum + b.n, 0);
  const summary = bins.length
    ? `${t("overview.timeline")}: ${t("n.incidents", { n: total })}, ${f.time(`${bins[0]!.from}/${bins[bins.length - 1]!.to}`)}`
    : t("app.nothing");
  return (
    <div class="timeline">
      <div class="plot" ref={host} role="img" aria-label={summary} />
      <p class="plottip" aria-live="off">
        {tip || t("overview.brush")}
        {outside > 0 && !tip && ` ${t("overview.outside", { n: outside })}`}
        {long && !tip && ` ${t("overview.pale")}`}
      </p>
    </div>
  );
}

export function TimelineTable({ data }: { data: Timeline }) {
  return (
    <div class="scroll short" tabIndex={0} role="region" aria-label={t("overview.timeline")}>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{t("col.period")}</th>
            <th scope="col" class="num">
              {t("nav.incidents")}
            </th>
            <th scope="col" class="num">
              {t("col.killed")}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.bins.map((b) => (
            <tr key={b.from}>
              <th scope="row">
                <button class="link" onClick={() => setParams({ from: b.from, to: b.to })}>
                  {f.time(b.from === b.to ? b.from : `${b.from}/${b.to}`)}
                </button>
              </th>
              <td class="num">{num(b.n)}</td>
              <td class="num">{f.range([b.killed, b.killed_most])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
