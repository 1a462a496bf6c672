// Draws base map and incidents on a canvas.
//
// Precision is drawn as size: an exact place is a solid disc; one known only to be near a town, or
// in a district, has a dashed ring as wide on the ground as what is not known (5 km, 20 km); what is
// known only by governorate or country tints that area, its number set in a box, no disc.
import { colour } from "../chart/colour";
import { family } from "../lib/format";
import type { MapPoint } from "../lib/types";
import type { Cluster } from "./cluster";
import { unitsPerKm, type Base, type Shape } from "./geo";

export interface View {
  k: number; // pixels to a unit of the world
  x: number; // of the world's left edge, in pixels
  y: number;
  width: number;
  height: number;
}
export interface Area {
  shape: Shape;
  n: number;
  level: 4 | 6; // governorate, country
  points: MapPoint[];
  box?: [number, number, number, number]; // of its number, where that is drawn
}
export interface Scene {
  base: Base | undefined;
  clusters: Cluster[];
  areas: Area[];
  rings: Cluster[];
  most: number; // incidents of the largest cluster
  lang: "en" | "ar";
  number: (n: number) => string;
  hover: Cluster | Area | undefined;
}
export type Palette = Record<string, string>;

const names = [
  "map-sea", "map-land", "map-focus", "map-border", "map-division", "map-water", "map-label", "map-halo",
  "map-ink", "bar", "fam-air", "fam-bomb", "fam-fight", "fam-kill", "fam-detain", "fam-move", "fam-people", "fam-talk",
];
export function palette(): Palette {
  return Object.fromEntries(names.map((n) => [n, colour(n)]));
}

export const radiusOf = (n: number, most: number): number => Math.max(5, 30 * Math.sqrt(n / Math.max(most, 25)));

const inView = (v: View, box: Shape["box"]): boolean =>
  box[2] * v.k + v.x > 0 && box[0] * v.k + v.x < v.width && box[3] * v.k + v.y > 0 && box[1] * v.k + v.y < v.height;

export function paint(c: CanvasRenderingContext2D, view: View, scene: Scene, p: Palette, ratio: number): void {
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.fillStyle = p["map-sea"]!;
  c.fillRect(0, 0, view.width, view.height);
  if (scene.base) paintBase(c, view, scene, p, ratio);
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (scene.base) paintLabels(c, view, scene, p);
  for (const r of scene.rings) paintRing(c, view, r, scene.most, p);
  for (const cl of scene.clusters) paintCluster(c, view, cl, scene, p);
}

function paintBase(c: CanvasRenderingContext2D, v: View, scene: Scene, p: Palette, ratio: number): void {
  const base = scene.base!;
  c.setTransform(ratio * v.k, 0, 0, ratio * v.k, ratio * v.x, ratio * v.y);
  c.lineJoin = "round";
  const draw = (shapes: Shape[], fill: string, stroke: string, width: number) => {
    for (const s of shapes) {
      if (!inView(v, s.box)) continue;
      if (fill) (c.fillStyle = fill), c.fill(s.path);
      if (stroke) (c.strokeStyle = stroke), (c.lineWidth = width / v.k), c.stroke(s.path);
    }
  };
  draw(base.countries, p["map-land"]!, "", 0);
  const most = { 4: 1, 6: 1 };
  for (const a of scene.areas) most[a.level] = Math.max(most[a.level], a.n);
  for (const a of scene.areas) {
    c.globalAlpha = 0.05 + 0.22 * Math.sqrt(a.n / most[a.level]) + (scene.hover === a ? 0.15 : 0);
    c.fillStyle = p["bar"]!;
    c.fill(a.shape.path);
  }
  c.globalAlpha = 1;
  draw(base.lakes, p["map-water"]!, "", 0);
  if (v.k > 6) draw(base.rivers, "", p["map-water"]!, Math.min(2.2, 0.7 + v.k / 60));
  if (v.k > 70) draw(base.districts, "", p["map-division"]!, 0.5);
  if (v.k > 9) draw(base.divisions, "", p["map-division"]!, 0.8);
  draw(base.countries, "", p["map-border"]!, 1);
}

function text(c: CanvasRenderingContext2D, words: string, x: number, y: number, fill: string, halo: string): void {
  c.strokeStyle = halo;
  c.lineWidth = 3;
  c.lineJoin = "round";
  c.strokeText(words, x, y);
  c.fillStyle = fill;
  c.fillText(words, x, y);
}

type Box = [number, number, number, number];
const hits = (a: Box, b: Box): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

// Where its name and number may stand: at its middle, a little above or below where that is taken, and what
// has a number, so that none is tinted without one, else in the part of it that is in view.
function spotFor(c: CanvasRenderingContext2D, v: View, s: Shape, half: number, high: number, must: boolean, busy: Box[]): [number, number] | undefined {
  const free = (x: number, y: number) =>
    x > half && x < v.width - half && y > high / 2 && y < v.height - high / 2 && !busy.some((b) => hits(b, [x - half, y - high / 2, x + half, y + high / 2]));
  const [mx, my] = [s.at[0] * v.k + v.x, s.at[1] * v.k + v.y];
  const own = [0, -26, 26].map((d): [number, number] => [mx, my + d]).find(([x, y]) => free(x, y));
  if (own || !must) return own;
  const [w, e] = [Math.max(half, s.box[0] * v.k + v.x), Math.min(v.width - half, s.box[2] * v.k + v.x)];
  const [n, t] = [Math.max(high / 2, s.box[1] * v.k + v.y), Math.min(v.height - high / 2, s.box[3] * v.k + v.y)];
  const shares = [0.5, 0.35, 0.65, 0.2, 0.8];
  const within = (x: number, y: number) => {
    c.save();
    c.setTransform(1, 0, 0, 1, 0, 0);
    const is = c.isPointInPath(s.path, (x - v.x) / v.k, (y - v.y) / v.k);
    c.restore();
    return is;
  };
  for (const a of shares)
    for (const b of shares) {
      const [x, y] = [w + (e - w) * a, n + (t - n) * b];
      if (free(x, y) && within(x, y)) return [x, y];
    }
  return undefined;
}

// Names of countries and governorates, with the number of what is known of them as a whole below.
// What would lie on a cluster or on another name is left out; zooming in makes room.
function paintLabels(c: CanvasRenderingContext2D, v: View, scene: Scene, p: Palette): void {
  const base = scene.base!;
  const busy: Box[] = [];
  for (const cl of scene.clusters) {
    const r = radiusOf(cl.n, scene.most);
    const [x, y] = [cl.x * v.k + v.x, cl.y * v.k + v.y];
    busy.push([x - r - 1, y - r - 1, x + r + 1, y + r + 1]);
  }
  c.textAlign = "center";
  c.textBaseline = "middle";
  c.direction = scene.lang === "ar" ? "rtl" : "ltr";
  const face = scene.lang === "ar" ? '"Noto Naskh Arabic"' : '"IBM Plex Sans Arabic"';
  const put = (shapes: Shape[], px: number, weight: number, least: number, level: 4 | 6, named: boolean) => {
    const areas = new Map(scene.areas.filter((a) => a.level === level).map((a) => [a.shape, a]));
    for (const s of shapes) {
      if (!inView(v, s.box) || (s.box[2] - s.box[0]) * v.k < least) continue;
      const area = areas.get(s);
      if (!named && !area) continue;
      c.font = `${weight} ${px}px ${face}, sans-serif`;
      const words = named ? (scene.lang === "ar" ? s.ar || s.en : s.en) : "";
      const half = named ? c.measureText(words).width / 2 + 4 : 14;
      const high = (named ? px * 1.5 : 0) + (area ? 18 : 0);
      const found = spotFor(c, v, s, half, high, area !== undefined, busy);
      if (!found) continue;
      const [x, y] = found;
      busy.push([x - half, y - high / 2, x + half, y + high / 2]);
      if (named) text(c, words, x, y - (area ? 9 : 0), p["map-label"]!, p["map-halo"]!);
      if (area) paintNumber(c, area, x, y + (named ? px * 0.75 : 0), scene, p);
    }
  };
  for (const a of scene.areas) delete a.box;
  put(base.countries, v.k > 12 ? 14 : 12, 600, 40, 6, true);
  if (v.k > 9) put(base.divisions, 11.5, 400, v.k > 14 ? 46 : 62, 4, v.k > 14);
}

function paintNumber(c: CanvasRenderingContext2D, a: Area, x: number, y: number, scene: Scene, p: Palette): void {
  c.font = '600 11px "IBM Plex Sans Arabic", sans-serif';
  const words = scene.number(a.n);
  const half = c.measureText(words).width / 2 + 6;
  a.box = [x - half, y - 8.5, x + half, y + 8.5];
  c.beginPath();
  c.roundRect(x - half, y - 8.5, 2 * half, 17, 3);
  c.fillStyle = p["map-halo"]!;
  c.fill();
  c.lineWidth = scene.hover === a ? 2 : 1;
  c.strokeStyle = p["bar"]!;
  c.stroke();
  c.fillStyle = p["map-ink"]!;
  c.fillText(words, x, y + 0.5);
}

function paintRing(c: CanvasRenderingContext2D, v: View, cl: Cluster, most: number, p: Palette): void {
  const point = cl.spots[0]!.point;
  const km = point.precision === 2 ? 5 : 20;
  const r = Math.max(radiusOf(cl.n, most) + 4, unitsPerKm(point.lat) * km * v.k);
  c.beginPath();
  c.arc(cl.x * v.k + v.x, cl.y * v.k + v.y, r, 0, 2 * Math.PI);
  const colour = p[`fam-${family(cl.type)}`]!;
  c.globalAlpha = 0.1;
  c.fillStyle = colour;
  c.fill();
  c.globalAlpha = 0.9;
  c.setLineDash([3, 3]);
  c.lineWidth = 1.2;
  c.strokeStyle = colour;
  c.stroke();
  c.setLineDash([]);
  c.globalAlpha = 1;
}

function paintCluster(c: CanvasRenderingContext2D, v: View, cl: Cluster, scene: Scene, p: Palette): void {
  const x = cl.x * v.k + v.x;
  const y = cl.y * v.k + v.y;
  const r = radiusOf(cl.n, scene.most);
  if (x < -r || x > v.width + r || y < -r || y > v.height + r) return;
  const colour = p[`fam-${family(cl.type)}`]!;
  const many = cl.spots.length > 1;
  c.beginPath();
  c.arc(x, y, r, 0, 2 * Math.PI);
  c.globalAlpha = many ? 0.72 : 0.9;
  c.fillStyle = colour;
  c.fill();
  c.globalAlpha = 1;
  c.lineWidth = scene.hover === cl ? 2.5 : 1.2;
  c.strokeStyle = scene.hover === cl ? p["map-ink"]! : p["map-halo"]!;
  c.stroke();
  if (many) {
    c.beginPath();
    c.arc(x, y, r + 3, 0, 2 * Math.PI);
    c.lineWidth = 1.2;
    c.strokeStyle = colour;
    c.stroke();
  }
  if (cl.n > 1 && r > 8.5) {
    const words = scene.number(cl.n);
    c.font = `600 ${r > 16 ? 13 : 11}px "IBM Plex Sans Arabic", sans-serif`;
    c.textAlign = "center";
    c.textBaseline = "middle";
    c.fillStyle = "#fff";
    if (c.measureText(words).width < 2 * r - 3) c.fillText(words, x, y + 0.5);
  }
}
