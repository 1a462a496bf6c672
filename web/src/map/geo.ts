// The base map: outlines in units of a flat world 512 wide (Mercator), as paths that a canvas
// draws under any scale. What lies outside the view is left out by its bounds.
import { geoMercator } from "d3-geo";
import { feature } from "topojson-client";
import type { Feature, Geometry, MultiLineString, Position } from "geojson";
import type { GeometryCollection, Topology } from "topojson-specification";

export const WORLD = 512;
export const projection = geoMercator()
  .scale(WORLD / (2 * Math.PI))
  .translate([WORLD / 2, WORLD / 2]);

export interface Shape {
  id: string;
  en: string;
  ar: string;
  at: [number, number]; // where its name stands
  path: Path2D;
  box: [number, number, number, number];
}
export interface Base {
  countries: Shape[];
  divisions: Shape[];
  districts: Shape[];
  rivers: Shape[];
  lakes: Shape[];
}
interface Props {
  en?: string;
  ar?: string;
  at?: [number, number];
}

// Point by point on the plane, in one pass: on the sphere a ring that simplification turned round
// would be all the rest of the world, and sixty thousand points have to be there at once. The
// formula is the projection's own, without its detours.
const RADIANS = Math.PI / 180;
const flatX = (lon: number): number => ((lon + 180) / 360) * WORLD;
const flatY = (lat: number): number => {
  const kept = Math.max(-84, Math.min(84, lat)) * RADIANS;
  return WORLD / 2 - (WORLD / (2 * Math.PI)) * Math.log(Math.tan(Math.PI / 4 + kept / 2));
};

function linesOf(g: Geometry): Position[][] {
  switch (g.type) {
    case "Polygon":
    case "MultiLineString":
      return g.coordinates;
    case "MultiPolygon":
      return g.coordinates.flat();
    case "LineString":
      return [g.coordinates];
    default:
      return [];
  }
}

// The middle of the largest ring, by its area, is where a name stands that has no place of its own.
function shape(f: Feature<Geometry, Props>): Shape {
  const path = new Path2D();
  const box: Shape["box"] = [Infinity, Infinity, -Infinity, -Infinity];
  let most = -1;
  let middle: [number, number] = [0, 0];
  for (const line of linesOf(f.geometry)) {
    let area = 0;
    let [mx, my, px, py] = [0, 0, 0, 0];
    line.forEach((point, i) => {
      const x = flatX(point[0]!);
      const y = flatY(point[1]!);
      if (i) path.lineTo(x, y);
      else path.moveTo(x, y);
      if (x < box[0]) box[0] = x;
      if (x > box[2]) box[2] = x;
      if (y < box[1]) box[1] = y;
      if (y > box[3]) box[3] = y;
      if (i) {
        const cross = px * y - x * py;
        area += cross;
        mx += (px + x) * cross;
        my += (py + y) * cross;
      }
      [px, py] = [x, y];
    });
    if (Math.abs(area) > most && area !== 0) {
      most = Math.abs(area);
      middle = [mx / (3 * area), my / (3 * area)];
    }
  }
  const own = f.properties.at;
  return {
    id: String(f.id ?? ""),
    en: f.properties.en ?? "",
    ar: f.properties.ar ?? "",
    at: own ? [flatX(own[0]), flatY(own[1])] : middle,
    path,
    box,
  };
}

let loaded: Promise<Base> | undefined;
export function loadBase(): Promise<Base> {
  loaded ??= fetch("/map.json")
    .then((answer) => answer.json() as Promise<Topology>)
    .then((topo) => {
      // A layer is made when it is first drawn: most people never come near enough for districts.
      const made = new Map<string, Shape[]>();
      const layer = (name: string): Shape[] => {
        let shapes = made.get(name);
        if (!shapes) {
          const object = topo.objects[name] as GeometryCollection<Props>;
          shapes = feature(topo, object).features.map((f) => shape(f as Feature<MultiLineString, Props>));
          made.set(name, shapes);
        }
        return shapes;
      };
      return {
        get countries() {
          return layer("countries");
        },
        get divisions() {
          return layer("divisions");
        },
        get districts() {
          return layer("districts");
        },
        get rivers() {
          return layer("rivers");
        },
        get lakes() {
          return layer("lakes");
        },
      };
    });
  return loaded;
}

// The shape that a point lies in.
export function shapeAt(shapes: Shape[], context: CanvasRenderingContext2D, x: number, y: number): Shape | undefined {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  const found = shapes.find(
    (s) => x >= s.box[0] && x <= s.box[2] && y >= s.box[1] && y <= s.box[3] && context.isPointInPath(s.path, x, y),
  );
  context.restore();
  return found;
}

// Units of the flat world to a kilometre at a latitude.
export const unitsPerKm = (lat: number): number => WORLD / (40_075 * Math.cos((lat * Math.PI) / 180));
