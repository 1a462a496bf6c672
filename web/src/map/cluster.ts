// Points that would lie on one another at a scale stand together as one cluster, which opens as
// one zooms in. The largest point first takes those within a radius; a grid finds them, so that
// ten thousand cost some milliseconds. Which cluster a point is in depends on the scale alone,
// never on where the view is, so that nothing jumps while one pans.
import type { MapPoint } from "../lib/types";

export interface Spot {
  point: MapPoint;
  x: number;
  y: number;
}
export interface Cluster {
  x: number;
  y: number;
  n: number;
  killed: number;
  type: string;
  spots: Spot[];
}

export function cluster(spots: Spot[], radius: number): Cluster[] {
  const grid = new Map<string, number[]>();
  const cell = (v: number) => Math.floor(v / radius);
  spots.forEach((s, i) => {
    const key = `${cell(s.x)},${cell(s.y)}`;
    const there = grid.get(key);
    if (there) there.push(i);
    else grid.set(key, [i]);
  });
  const taken = new Uint8Array(spots.length);
  const order = spots.map((_, i) => i).sort((a, b) => spots[b]!.point.n - spots[a]!.point.n || a - b);
  const out: Cluster[] = [];
  for (const i of order) {
    if (taken[i]) continue;
    const centre = spots[i]!;
    const members: Spot[] = [];
    for (let gx = cell(centre.x) - 1; gx <= cell(centre.x) + 1; gx++)
      for (let gy = cell(centre.y) - 1; gy <= cell(centre.y) + 1; gy++)
        for (const j of grid.get(`${gx},${gy}`) ?? []) {
          const s = spots[j]!;
          if (taken[j] || Math.hypot(s.x - centre.x, s.y - centre.y) > radius) continue;
          taken[j] = 1;
          members.push(s);
        }
    out.push(join(members));
  }
  return out;
}

function join(spots: Spot[]): Cluster {
  let n = 0;
  let x = 0;
  let y = 0;
  let killed = 0;
  const types = new Map<string, number>();
  for (const s of spots) {
    n += s.point.n;
    x += s.x * s.point.n;
    y += s.y * s.point.n;
    killed += s.point.killed;
    types.set(s.point.type, (types.get(s.point.type) ?? 0) + s.point.n);
  }
  let type = "";
  let most = -1;
  for (const [word, count] of types) if (count > most) [type, most] = [word, count];
  return { x: x / n, y: y / n, n, killed, type, spots };
}
