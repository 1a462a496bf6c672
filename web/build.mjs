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

// In pieces by script: a browser loads what a text needs. Latin letters beside Naskh are the other face's.
const fonts = [
  ["IBM Plex Sans Arabic", "ibm-plex-sans-arabic", ["400", "500", "600"], ["latin-ext", "latin", "arabic"]],
  ["Noto Naskh Arabic", "noto-naskh-arabic", ["400", "700"], ["arabic"]],
];
let faces = "";
for (const [name, family, weights, scripts] of fonts) {
  const from = join("node_modules", "@fontsource", family);
  const ranges = JSON.parse(await readFile(join(from, "unicode.json"), "utf8"));
  for (const script of scripts)
    for (const weight of weights) {
      const file = `${family}-${script}-${weight}-normal.woff2`;
      await cp(join(from, "files", file), join(out, "fonts", file));
      faces += `@font-face{font-family:"${name}";font-weight:${weight};font-display:swap;src:url("./fonts/${file}") format("woff2");unicode-range:${ranges[script]}}\n`;
    }
  await cp(join(from, "LICENSE"), join(out, "fonts", `${family}-OFL.txt`));
}
const declared = {
  name: "fonts",
  setup(b) {
    b.onResolve({ filter: /^fonts:$/ }, () => ({ path: "fonts", namespace: "fonts" }));
    b.onLoad({ filter: /.*/, namespace: "fonts" }, () => ({ contents: faces, loader: "css" }));
  },
};

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
  plugins: [declared],
  logLevel: "warning",
});

await cp("src/index.html", join(out, "index.html"));
await cp("src/icon.svg", join(out, "icon.svg"));
// The map goes out without the spaces of its head, and with it.
await writeFile(join(out, "map.json"), JSON.stringify(JSON.parse(await readFile("map/base.json", "utf8"))) + "\n");
