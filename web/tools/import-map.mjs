// Makes map/base.json, the page's base map, from a folder of Natural Earth and Who's On First
// outlines (GeoJSON). Run by hand when the sources change:
//
//   node tools/import-map.mjs FOLDER
//
// Problem: the outlines come in nine files of different detail that weigh 2.7 MB. The page needs
// one file that a browser reads at once, fine where news of the Arab world comes from, coarse
// elsewhere. Method: countries of the region from the 1:10m set, the others from 1:50m; first-level
// divisions from Natural Earth, since their borders agree with the countries'; second-level ones of
// Syria and Iraq; rivers, lakes. Each layer is simplified by itself (Visvalingam), all become one
// topology, so that a shared border is kept once.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import { feature } from "topojson-client";

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node tools/import-map.mjs FOLDER");
  process.exit(2);
}
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));

// Simplified by itself, in degrees squared; what is left is GeoJSON again.
function coarse(features, weight) {
  const topo = presimplify(topology({ a: { type: "FeatureCollection", features } }));
  return feature(simplify(topo, weight), topo.objects.a).features;
}
// Properties of the page: en, ar and where the name stands.
function country(f) {
  const p = f.properties;
  return {
    type: "Feature",
    id: p.id,
    properties: { en: p.name_en, ar: p.name_ar, at: p.label && p.label.map((x) => +x.toFixed(2)) },
    geometry: f.geometry,
  };
}
const named = (f) => ({
  type: "Feature",
  id: f.properties.id,
  properties: { en: f.properties.name_en, ar: f.properties.name_ar },
  geometry: f.geometry,
});
const bare = (f) => ({ type: "Feature", properties: {}, geometry: f.geometry });
const filled = (f) => f.geometry && f.geometry.coordinates.length > 0;

const near = read("mena_countries10_ne512.geojson").features;
const nearIds = new Set(near.map((f) => f.properties.id));
const far = read("countries50_ne512.geojson").features.filter((f) => !nearIds.has(f.properties.id));
const countries = [
  ...coarse(near, 2e-4).map(country),
  ...coarse(far, 2e-2).map(country),
].filter(filled);
const divisions = coarse(read("arab_admin1_ne.geojson").features, 2e-4).map(named).filter(filled);
const districts = ["sy", "iq"]
  .flatMap((cc) => coarse(read(`${cc}_admin2_wof.geojson`).features, 2e-4).map(bare))
  .filter(filled);
const rivers = coarse(read("mena_rivers_ne.geojson").features, 1e-3).map(bare).filter(filled);
const lakes = coarse(read("mena_lakes_ne.geojson").features, 2e-4).map(bare).filter(filled);

const layer = (features) => ({ type: "FeatureCollection", features });
const topo = topology(
  {
    countries: layer(countries),
    divisions: layer(divisions),
    districts: layer(districts),
    rivers: layer(rivers),
    lakes: layer(lakes),
  },
  1e5,
);
const head = {
  comment:
    "SPDX: CC0-1.0. Natural Earth (public domain): countries, divisions, rivers, lakes. " +
    "Who's On First (CC0): districts of Syria and Iraq. Changes: joined, simplified, quantised by " +
    "tools/import-map.mjs. Boundaries and names shown imply no opinion on the legal status of any territory.",
};
writeFileSync(new URL("../map/base.json", import.meta.url), JSON.stringify({ ...head, ...topo }) + "\n");
