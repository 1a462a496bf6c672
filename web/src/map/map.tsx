// The map: pan by dragging, zoom by wheel, pinch or keys, clusters that open, areas that are
// known only as areas; what is chosen opens as a card beside it. The same places stand below as
// a list, for whoever does not see the canvas.
import { useEffect, useRef, useState } from "preact/hooks";
import { lang, num, t, tr } from "../i18n";
import { useApi } from "../lib/api";
import * as f from "../lib/format";
import { href, setParams } from "../lib/route";
import { useStore } from "../lib/store";
import type { IncidentRow, MapData, MapPoint, Page } from "../lib/types";
import { Icon, Killed, Time, TypeTag, Waiting, Words } from "../ui/parts";
import { cluster, type Cluster, type Spot } from "./cluster";
import { loadBase, projection, shapeAt, WORLD, type Base } from "./geo";
import { paint, palette, radiusOf, type Area, type Palette, type Scene, type View } from "./paint";

const HOME: [number, number, number, number] = [33, 27, 52, 39.5];
const MOST = 2200;
const LEAST = 1.6;

interface Chosen {
  title: string;
  note: string;
  points: MapPoint[];
  n: number;
}

// The shortest stretch of longitude or latitude that holds that share of the incidents.
function stretch(points: MapPoint[], of: "lon" | "lat", share: number): [number, number] {
  const sorted = [...points].sort((a, b) => a[of] - b[of]);
  const wanted = share * sorted.reduce((sum, p) => sum + p.n, 0) - 1e-9;
  let best: [number, number] = [sorted[0]![of], sorted[sorted.length - 1]![of]];
  let held = 0;
  for (let low = 0, high = 0; high < sorted.length; high++) {
    held += sorted[high]!.n;
    for (; held - sorted[low]!.n >= wanted && low < high; low++) held -= sorted[low]!.n;
    if (held >= wanted && sorted[high]![of] - sorted[low]![of] < best[1] - best[0]) best = [sorted[low]![of], sorted[high]![of]];
  }
  return best;
}

export function MapView({ data, filters }: { data: MapData | undefined; filters: Record<string, string> }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Chosen>();
  const chart = useRef<Chart | null>(null);
  const { lang: language, theme } = useStore();
  useEffect(() => {
    if (!canvas.current || !box.current || !tip.current) return;
    const made = new Chart(canvas.current, box.current, tip.current, setChosen);
    chart.current = made;
    return () => made.end();
  }, []);
  // Another place is another map; any other filter leaves the view where it is.
  const framed = useRef(filters["place"]);
  useEffect(() => {
    if (!data) return;
    chart.current?.show(data);
    if (framed.current !== filters["place"]) chart.current?.fit();
    framed.current = filters["place"];
  }, [data]);
  useEffect(() => chart.current?.restyle(), [language, theme]);
  const area = () => {
    const bounds = chart.current?.bounds();
    if (bounds) setParams({ bbox: bounds });
  };
  return (
    <figure class="map" aria-label={t("overview.map")}>
      <div class="mapbox" ref={box}>
        <canvas ref={canvas} tabIndex={0} role="application" aria-label={t("map.label")} />
        <div class="maptip" ref={tip} hidden />
        <div class="mapbuttons">
          <button class="icon-button" onClick={() => chart.current?.zoom(1.8)} aria-label={t("map.zoomIn")} title={t("map.zoomIn")}>
            <Icon of="plus" />
          </button>
          <button class="icon-button" onClick={() => chart.current?.zoom(1 / 1.8)} aria-label={t("map.zoomOut")} title={t("map.zoomOut")}>
            <Icon of="minus" />
          </button>
          <button class="icon-button" onClick={() => chart.current?.fit()} aria-label={t("map.fit")} title={t("map.fit")}>
            <Icon of="fit" />
          </button>
          <button class="icon-button" onClick={area} aria-label={t("map.useArea")} title={t("map.useArea")}>
            <Icon of="area" />
          </button>
        </div>
        {chosen && <Card chosen={chosen} filters={filters} onClose={() => setChosen(undefined)} />}
      </div>
      <figcaption>
        <details class="maplegend">
          <summary>{t("map.legend")}</summary>
          <ul class="families">
            {f.FAMILIES.map((x) => (
              <li key={x} class={`fam-${x}`}>
                <span class="swatch" aria-hidden="true" />
                {t(`family.${x}`)}
              </li>
            ))}
          </ul>
          <ul class="legendnotes">
            <li>{t("map.legendSize")}</li>
            <li>{t("map.legendPoint")}</li>
            <li>{t("map.legendNear")}</li>
            <li>{t("map.legendArea")}</li>
          </ul>
        </details>
        <details class="maplist">
          <summary>{t("map.list")}</summary>
          <ol>
            {(data?.points ?? []).slice(0, 100).map((p, i) => (
              <li key={i}>
                <button class="link" onClick={() => chart.current?.choose([p])}>
                  <Words>{f.name(p) || f.country(p.country)}</Words>
                </button>{" "}
                <span class="muted">
                  {t("n.incidents", { n: p.n })} · {tr("precision", String(p.precision ?? 6))}
                </span>
              </li>
            ))}
          </ol>
        </details>
        <p class="mapcredit">
          {t("map.credit")}. {t("map.disclaimer")}
        </p>
      </figcaption>
    </figure>
  );
}

function Card({ chosen, filters, onClose }: { chosen: Chosen; filters: Record<string, string>; onClose: () => void }) {
  const first = chosen.points[0]!;
  const exact = first.id && (first.precision ?? 6) <= 2;
  const eps = 0.0005;
  const here = exact
    ? { place: first.id as string }
    : { bbox: [first.lon - eps, first.lat - eps, first.lon + eps, first.lat + eps].map((x) => x.toFixed(4)).join(",") };
  const query = { ...filters, ...here };
  const { data } = useApi<Page<IncidentRow>>("/incidents", { ...query, limit: 12, sort: "-time" });
  return (
    <section class="mapcard" aria-label={chosen.title}>
      <header>
        <h3>
          <Words>{chosen.title}</Words>
        </h3>
        <button class="icon-button" onClick={onClose} aria-label={t("app.close")}>
          <Icon of="close" />
        </button>
      </header>
      <p class="muted">
        {t("n.incidents", { n: chosen.n })} · {chosen.note}
      </p>
      {!data && <Waiting />}
      <ul class="cardrows">
        {data?.rows.map((row) => (
          <li key={row.incident}>
            <a href={href("incidents", row.incident, filters)}>
              <Time edtf={row.time} />
              <TypeTag type={row.type} />
              <Killed value={row.killed} />
            </a>
          </li>
        ))}
      </ul>
      <a class="button" href={href("incidents", "", query)}>
        {t("map.openList")}
      </a>
    </section>
  );
}

// Everything that moves, outside of the tree: a frame of the map never draws the page anew.
class Chart {
  private view: View = { k: 12, x: 0, y: 0, width: 0, height: 0 };
  private base: Base | undefined;
  private spots: Spot[] = [];
  private wide: MapPoint[] = [];
  private areas: Area[] = [];
  private levels = new Map<number, Cluster[]>();
  private hover: Cluster | Area | undefined;
  private colours: Palette = palette();
  private queued = 0;
  private fitted = false;
  private shown = false;
  private readonly context: CanvasRenderingContext2D;
  private readonly stop = new AbortController();
  private readonly observer: ResizeObserver;
  private readonly scheme = matchMedia("(prefers-color-scheme: dark)");

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly box: HTMLElement,
    private readonly tip: HTMLElement,
    private readonly onChoose: (chosen: Chosen | undefined) => void,
  ) {
    this.context = canvas.getContext("2d") as CanvasRenderingContext2D;
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(box);
    this.scheme.addEventListener("change", () => this.restyle(), { signal: this.stop.signal });
    this.listen();
    void loadBase().then((base) => {
      this.base = base;
      this.findAreas();
      this.draw();
    });
    void document.fonts?.ready.then(() => this.draw());
  }

  end(): void {
    this.stop.abort();
    this.observer.disconnect();
    cancelAnimationFrame(this.queued);
  }

  restyle(): void {
    requestAnimationFrame(() => {
      this.colours = palette();
      this.draw();
    });
  }

  show(data: MapData): void {
    this.spots = [];
    this.wide = [];
    for (const point of data.points) {
      if ((point.precision ?? 6) >= 4 && point.precision !== 7) {
        this.wide.push(point);
        continue;
      }
      const at = projection([point.lon, point.lat]);
      if (at) this.spots.push({ point, x: at[0], y: at[1] });
    }
    this.levels.clear();
    this.hover = undefined;
    this.shown = true;
    this.findAreas();
    if (!this.fitted && this.view.width) this.fit();
    this.draw();
  }

  // What is known as a governorate or a country, by the shape its centre lies in.
  private findAreas(): void {
    this.areas = [];
    if (!this.base) return;
    const found = new Map<string, Area>();
    for (const point of this.wide) {
      const at = projection([point.lon, point.lat]);
      if (!at) continue;
      const country = this.base.countries.find((s) => s.id === point.country);
      const shape =
        (point.precision === 4 ? shapeAt(this.base.divisions, this.context, at[0], at[1]) : undefined) ?? country;
      if (!shape) continue;
      const level = point.precision === 4 ? 4 : 6;
      const key = `${level} ${shape.id} ${shape.en}`;
      const old = found.get(key);
      if (old) {
        old.n += point.n;
        old.points.push(point);
      } else found.set(key, { shape, n: point.n, level, points: [point] });
    }
    this.areas = [...found.values()];
  }

  private clusters(): Cluster[] {
    const level = Math.floor(Math.log2(this.view.k) * 2);
    let made = this.levels.get(level);
    if (!made) {
      made = cluster(this.spots, 34 / 2 ** (level / 2)).sort((a, b) => b.n - a.n);
      this.levels.set(level, made);
    }
    return made;
  }

  fit(): void {
    const points = [...this.spots.map((s) => s.point), ...this.wide.filter((p) => (p.precision ?? 6) < 6)];
    let [w, s, e, n] = HOME;
    if (points.length) {
      // The least stretch that holds most incidents: what is told of another continent shall not shrink the rest.
      const share = points.length > 20 ? 0.85 : 1;
      [w, e] = stretch(points, "lon", share);
      [s, n] = stretch(points, "lat", share);
      [w, s, e, n] = [w - 1, s - 0.7, e + 1, n + 0.7];
    }
    this.frame(w, s, e, n);
    this.fitted = true;
  }

  private frame(w: number, s: number, e: number, n: number): void {
    const a = projection([w, n]) ?? [0, 0];
    const b = projection([e, s]) ?? [WORLD, WORLD];
    const v = this.view;
    const k = Math.min(v.width / (b[0] - a[0]), v.height / (b[1] - a[1]));
    v.k = Math.max(LEAST, Math.min(MOST / 4, k));
    v.x = v.width / 2 - ((a[0] + b[0]) / 2) * v.k;
    v.y = v.height / 2 - ((a[1] + b[1]) / 2) * v.k;
    this.draw();
  }

  zoom(by: number, x = this.view.width / 2, y = this.view.height / 2): void {
    const v = this.view;
    const k = Math.max(LEAST, Math.min(MOST, v.k * by));
    v.x = x - ((x - v.x) * k) / v.k;
    v.y = y - ((y - v.y) * k) / v.k;
    v.k = k;
    this.draw();
  }

  private pan(dx: number, dy: number): void {
    const v = this.view;
    v.x = Math.min(v.width * 0.7, Math.max(v.width * 0.3 - WORLD * v.k, v.x + dx));
    v.y = Math.min(v.height * 0.7, Math.max(v.height * 0.3 - WORLD * v.k, v.y + dy));
    this.draw();
  }

  bounds(): string {
    const v = this.view;
    const a = projection.invert?.([-v.x / v.k, -v.y / v.k]) ?? [-180, 85];
    const b = projection.invert?.([(v.width - v.x) / v.k, (v.height - v.y) / v.k]) ?? [180, -85];
    const within = (x: number, m: number) => Math.max(-m, Math.min(m, x)).toFixed(3);
    return [within(a[0], 180), within(b[1], 90), within(b[0], 180), within(a[1], 90)].join(",");
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.box;
    if (!width || !height) return;
    const ratio = devicePixelRatio || 1;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    const v = this.view;
    v.x += (width - v.width) / 2;
    v.y += (height - v.height) / 2;
    v.width = width;
    v.height = height;
    if (!this.fitted) {
      this.fit();
      this.fitted = this.spots.length + this.wide.length > 0;
    }
    this.draw();
  }

  private draw(): void {
    cancelAnimationFrame(this.queued);
    this.queued = requestAnimationFrame(() => {
      const clusters = this.clusters();
      const scene: Scene = {
        base: this.base,
        clusters,
        areas: this.areas,
        rings: clusters.filter((c) => c.spots.length === 1 && [2, 3, 7].includes(c.spots[0]!.point.precision ?? 1)),
        most: clusters[0]?.n ?? 1,
        lang: lang(),
        number: (n) => num(n),
        hover: this.hover,
      };
      paint(this.context, this.view, scene, this.colours, devicePixelRatio || 1);
      // For whoever waits for the map: tests.
      if (this.base && this.shown) this.canvas.dataset["drawn"] = "";
    });
  }

  private at(x: number, y: number): Cluster | Area | undefined {
    const v = this.view;
    const clusters = this.clusters();
    const most = clusters[0]?.n ?? 1;
    for (let i = clusters.length - 1; i >= 0; i--) {
      const c = clusters[i]!;
      const r = radiusOf(c.n, most) + 4;
      if (Math.hypot(c.x * v.k + v.x - x, c.y * v.k + v.y - y) < r) return c;
    }
    return this.areas.find((a) => a.box && x >= a.box[0] && x <= a.box[2] && y >= a.box[1] && y <= a.box[3]);
  }

  choose(points: MapPoint[]): void {
    const first = points[0];
    if (!first) return;
    this.onChoose({
      title: f.name(first) || f.country(first.country),
      note: tr("precision", String(first.precision ?? 6)),
      points,
      n: points.reduce((sum, p) => sum + p.n, 0),
    });
    const at = projection([first.lon, first.lat]);
    const v = this.view;
    if (!at) return;
    const x = at[0] * v.k + v.x;
    const y = at[1] * v.k + v.y;
    if (x < 0 || y < 0 || x > v.width || y > v.height) this.pan(v.width / 2 - x, v.height / 2 - y);
  }

  private open(hit: Cluster | Area | undefined): void {
    if (!hit) return this.onChoose(undefined);
    if ("shape" in hit) return this.choose(hit.points);
    if (hit.spots.length === 1) return this.choose([hit.spots[0]!.point]);
    const xs = hit.spots.map((s) => s.point.lon);
    const ys = hit.spots.map((s) => s.point.lat);
    const wide = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
    if (wide < 0.004) return this.choose(hit.spots.map((s) => s.point));
    const pad = wide * 0.25;
    const k = this.view.k;
    this.frame(Math.min(...xs) - pad, Math.min(...ys) - pad, Math.max(...xs) + pad, Math.max(...ys) + pad);
    if (this.view.k <= k * 1.3) this.zoom((k * 2) / this.view.k);
  }

  private point(hit: Cluster | Area | undefined, x: number, y: number): void {
    if (hit !== this.hover) {
      this.hover = hit;
      this.draw();
    }
    this.canvas.classList.toggle("pointing", hit !== undefined);
    this.tip.hidden = hit === undefined;
    if (!hit) return;
    this.tip.textContent = this.words(hit);
    const rtl = document.documentElement.dir === "rtl";
    this.tip.style.left = `${Math.max(8, Math.min(this.view.width - 230, rtl ? x - 200 : x + 14))}px`;
    this.tip.style.top = `${y + 16}px`;
  }

  private words(hit: Cluster | Area): string {
    const n = t("n.incidents", { n: hit.n });
    if ("shape" in hit) {
      const name = lang() === "ar" ? hit.shape.ar || hit.shape.en : hit.shape.en;
      return `${name} · ${n} · ${t("map.areaOnly")}`;
    }
    const first = hit.spots[0]!.point;
    if (hit.spots.length > 1) return t("map.cluster", { n, places: t("n.places", { n: hit.spots.length }) });
    return `${f.name(first)} · ${n} · ${tr("precision", String(first.precision ?? 6))}`;
  }

  private listen(): void {
    const on = { signal: this.stop.signal };
    const c = this.canvas;
    const fingers = new Map<number, [number, number]>();
    let moved = 0;
    const spot = (e: PointerEvent | WheelEvent): [number, number] => {
      const r = c.getBoundingClientRect();
      return [e.clientX - r.left, e.clientY - r.top];
    };
    c.addEventListener("pointerdown", (e) => {
      c.setPointerCapture(e.pointerId);
      fingers.set(e.pointerId, spot(e));
      moved = 0;
    }, on);
    c.addEventListener("pointermove", (e) => {
      const now = spot(e);
      const old = fingers.get(e.pointerId);
      if (!old) return this.point(this.at(...now), ...now);
      if (fingers.size === 2) {
        const other = [...fingers].find(([id]) => id !== e.pointerId)?.[1] ?? now;
        const before = Math.hypot(old[0] - other[0], old[1] - other[1]);
        const after = Math.hypot(now[0] - other[0], now[1] - other[1]);
        if (before > 0) this.zoom(after / before, (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
      } else this.pan(now[0] - old[0], now[1] - old[1]);
      moved += Math.hypot(now[0] - old[0], now[1] - old[1]);
      fingers.set(e.pointerId, now);
    }, on);
    c.addEventListener("pointerup", (e) => {
      fingers.delete(e.pointerId);
      if (moved < 5) this.open(this.at(...spot(e)));
    }, on);
    c.addEventListener("pointercancel", (e) => fingers.delete(e.pointerId), on);
    c.addEventListener("pointerleave", () => this.point(undefined, 0, 0), on);
    c.addEventListener("dblclick", (e) => this.zoom(2, e.offsetX, e.offsetY), on);
    c.addEventListener("wheel", (e) => {
      e.preventDefault();
      this.zoom(Math.exp(-e.deltaY * (e.deltaMode ? 0.05 : 0.0016)), ...spot(e));
    }, { ...on, passive: false });
    c.addEventListener("keydown", (e) => this.key(e), on);
  }

  private key(e: KeyboardEvent): void {
    const step = 60;
    const moves: Record<string, () => void> = {
      ArrowLeft: () => this.pan(step, 0),
      ArrowRight: () => this.pan(-step, 0),
      ArrowUp: () => this.pan(0, step),
      ArrowDown: () => this.pan(0, -step),
      "+": () => this.zoom(1.5),
      "=": () => this.zoom(1.5),
      "-": () => this.zoom(1 / 1.5),
      "0": () => this.fit(),
      Enter: () => this.open(this.nearest()),
      Escape: () => this.onChoose(undefined),
    };
    const move = moves[e.key];
    if (!move || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    move();
  }

  // By keyboard: the cluster nearest to the middle.
  private nearest(): Cluster | undefined {
    const v = this.view;
    let best: Cluster | undefined;
    let least = Infinity;
    for (const c of this.clusters()) {
      const far = Math.hypot(c.x * v.k + v.x - v.width / 2, c.y * v.k + v.y - v.height / 2);
      if (far < least) [best, least] = [c, far];
    }
    return best;
  }
}
