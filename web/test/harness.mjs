// What the tests stand on: a ledger made for the run, the program that serves it, a browser.
import { spawn, execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const TOKEN = "0123456789abcdef0123456789abcdef";

// How long anything is waited for before it counts as not coming: a machine with two slow cores
// that builds beside takes its time, and what fails fails all the same.
export const PATIENCE = Number(process.env.PATIENCE_MS ?? 90_000);

// With the inputs in it, and all that `from` has, if that is given.
export function ledger(daftar, inputs, from) {
  const folder = mkdtempSync(join(tmpdir(), "daftar-page-"));
  const file = join(folder, "page.db");
  if (from) copyFileSync(from, file);
  execFileSync(daftar, ["ingest", file, ...inputs], { stdio: ["ignore", "ignore", "inherit"] });
  return { file, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

// Resolves with the address once the program says it.
export function serve(daftar, file) {
  const child = spawn(daftar, ["serve", "--port", "0", "--token", TOKEN, file], { stdio: ["ignore", "pipe", "pipe"] });
  let told = "";
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`serve said nothing of an address: ${told}`)), 3 * PATIENCE);
    const read = (chunk) => {
      told += chunk;
      const found = /http:\/\/[^\s/]+\//.exec(told);
      if (!found) return;
      clearTimeout(timer);
      resolve({
        base: found[0],
        stop: () =>
          new Promise((done) => {
            child.once("exit", (code) => done(code));
            child.kill("SIGTERM");
          }),
      });
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => reject(new Error(`serve ended with ${code}: ${told}`)));
  });
}

export function browser(path) {
  return chromium.launch({ executablePath: path, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
}

// A page of its own storage. What the browser complains of is kept: a test fails by it.
export async function open(b, base, { hash = "", lang = "en-GB", dark = false, width = 1280, height = 900, token = true } = {}) {
  const context = await b.newContext({
    viewport: { width, height },
    locale: lang,
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.complaints = [];
  page.on("console", (m) => m.type() === "error" && page.complaints.push(m.text()));
  page.on("pageerror", (e) => page.complaints.push(String(e)));
  page.flying = new Set();
  page.on("requestfinished", (r) => page.flying.delete(r));
  page.on("requestfailed", (r) => page.flying.delete(r));
  page.on("request", (r) => {
    page.flying.add(r);
    if (!r.url().startsWith(base) && !/^(data|blob):/.test(r.url())) page.complaints.push(`asks ${r.url()}`);
  });
  await page.goto(base + (token ? `#token=${TOKEN}` : ""));
  await page.waitForSelector("h1");
  if (hash) await show(page, hash);
  return page;
}

export async function show(page, hash) {
  await page.evaluate((to) => (location.hash = to), hash);
  await settled(page);
}

// Nothing is being asked for, and nothing on the page waits. The browser's own "networkidle" is
// said once a load, not after what a click asks for.
export async function settled(page) {
  const end = Date.now() + PATIENCE;
  for (let quiet = 0; quiet < 3; ) {
    await page.waitForTimeout(50);
    quiet = page.flying.size ? 0 : quiet + 1;
    if (Date.now() > end) throw new Error(`still asking: ${[...page.flying].map((r) => r.url()).join(" ")}`);
  }
  await page.waitForFunction(() => !document.querySelector(".waiting, .row.pending"));
}

// What a click leads to takes its time on a busy machine: the server has decided before its lists
// show it.
export async function becomes(value, wanted, message) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const got = await value();
    if (got === wanted) return;
    if (Date.now() > end) return same(got, wanted, message);
    await new Promise((go) => setTimeout(go, 100));
  }
}

export function ok(what, message) {
  if (!what) throw new Error(message);
}
export function same(a, b, message) {
  if (a !== b) throw new Error(`${message}: ${JSON.stringify(a)} is not ${JSON.stringify(b)}`);
}
