// The base map: outlines in units of a flat world 512 wide (Mercator), as paths that a canvas
// draws under any scale. What lies outside the view is left out by its bounds.
import { geoMercator, geoPath, geoTransform } from "d3-geo";
import { feature } from "topojson-client";
import type { Feature, Geometry, MultiLineString } from "geojson";
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

// Point by point on the plane: on the sphere a ring that simplification turned round would be all
// the rest of the world.
const plane = geoTransform({
  point(x, y) {
    const at = projection([x, Math.max(-84, Math.min(84, y))]);
    if (at) this.stream.point(at[0], at[1]);
  },
});

function shape(f: Feature<Geometry, Props>): Shape {
  const path = new Path2D();
  geoPath(plane, path as unknown as CanvasRenderingContext2D)(f);
  const [[x0, y0], [x1, y1]] = geoPath(plane).bounds(f);
  const at = f.properties.at ? projection(f.properties.at) : geoPath(plane).centroid(f);
  return {
    id: String(f.id ?? ""),
    en: f.properties.en ?? "",
    ar: f.properties.ar ?? "",
    at: at ?? [(x0 + x1) / 2, (y0 + y1) / 2],
    path,
    box: [x0, y0, x1, y1],
  };
}

let loaded: Promise<Base> | undefined;
export function loadBase(): Promise<Base> {
  loaded ??= fetch("/map.json")
    .then((answer) => answer.json() as Promise<Topology>)
    .then((topo) => {
      const layer = (name: string): Shape[] => {
        const object = topo.objects[name] as GeometryCollection<Props>;
        return feature(topo, object).features.map((f) => shape(f as Feature<MultiLineString, Props>));
      };
      return {
        countries: layer("countries"),
        divisions: layer("divisions"),
        districts: layer("districts"),
        rivers: layer("rivers"),
        lakes: layer("lakes"),
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
