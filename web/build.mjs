// Builds the page into dist/: one script, one style sheet, fonts, the base map, index.html.
//
//   node build.mjs [FOLDER]     into FOLDER instead of dist/
//
// The same sources give the same bytes on any machine: names are fixed, nothing is dated, paths
// are relative to this folder. tests/web-dist.sh holds dist/ against it.
import { build } from "esbuild";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(here);
const out = process.argv[2] ?? "dist";

await rm(out, { recursive: true, force: true });
await mkdir(join(out, "fonts"), { recursive: true });
await build({
  entryPoints: { page: "src/main.tsx", style: "src/style/page.css" },
  absWorkingDir: here,
  outdir: out,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  external: ["*.woff2"],
  logLevel: "warning",
});

const fonts = [
  ["ibm-plex-sans-arabic", ["400", "500", "600"], ["arabic", "latin", "latin-ext"]],
  ["noto-naskh-arabic", ["400", "700"], ["arabic", "latin"]],
];
for (const [family, weights, scripts] of fonts) {
  const from = join("node_modules", "@fontsource", family);
  for (const script of scripts)
    for (const weight of weights) {
      const name = `${family}-${script}-${weight}-normal.woff2`;
      await cp(join(from, "files", name), join(out, "fonts", name));
    }
  await cp(join(from, "LICENSE"), join(out, "fonts", `${family}-OFL.txt`));
}
await cp("src/index.html", join(out, "index.html"));
await cp("src/icon.svg", join(out, "icon.svg"));
// The map goes out without the spaces of its head, and with it.
await writeFile(join(out, "map.json"), JSON.stringify(JSON.parse(await readFile("map/base.json", "utf8"))) + "\n");
