// The address: #/view/id?filters. Everything that chooses what is shown stands in it, so that a
// link shows the same to whoever opens it. The token comes as #token=… and is taken out at once.
import { useEffect, useState } from "preact/hooks";
import { set } from "./store";

export interface Route {
  view: string;
  id: string;
  params: Record<string, string>;
}

export const FILTERS = [
  "from", "to", "undated", "place", "actor", "type", "source", "min_killed", "status", "person", "q", "bbox",
] as const;
export type Filter = (typeof FILTERS)[number];

export function parse(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [view = "", id = ""] = path.split("/");
  const params: Record<string, string> = {};
  new URLSearchParams(query).forEach((value, key) => {
    if (value) params[key] = value;
  });
  let plain = id;
  try {
    plain = decodeURIComponent(id);
  } catch {
    // a broken escape stays as it is
  }
  return { view: view || "overview", id: plain, params };
}

export function href(view: string, id = "", params: Record<string, string | undefined> = {}): string {
  const query = new URLSearchParams();
  for (const key of Object.keys(params).sort()) if (params[key]) query.set(key, params[key] as string);
  const text = query.toString();
  return `#/${view}${id ? `/${encodeURIComponent(id)}` : ""}${text ? `?${text}` : ""}`;
}

function takeToken(): void {
  const found = /^#\/?(?:\??)token=([^&]+)/.exec(location.hash);
  if (!found?.[1]) return;
  set({ token: decodeURIComponent(found[1]) });
  history.replaceState(null, "", "#/overview");
}

takeToken();
let current = parse(location.hash);
const listeners = new Set<() => void>();
function changed(): void {
  takeToken();
  current = parse(location.hash);
  listeners.forEach((f) => f());
}
addEventListener("hashchange", changed);

export const route = (): Route => current;

export function go(to: string, replace = false): void {
  if (to === location.hash) return;
  if (replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  changed();
}
addEventListener("popstate", changed);

// Other parameters of the same view; undefined or "" takes one away.
export function setParams(patch: Record<string, string | undefined>, replace = false): void {
  go(href(current.view, current.id, { ...current.params, ...patch }), replace);
}

export function filtersOf(params: Record<string, string>, keys: readonly string[] = FILTERS): Record<string, string> {
  const out: Record<string, string> = {};
  for (const key of keys) if (params[key]) out[key] = params[key] as string;
  return out;
}

export function useRoute(): Route {
  const [, again] = useState(0);
  useEffect(() => {
    const f = () => again((n) => n + 1);
    listeners.add(f);
    return () => void listeners.delete(f);
  }, []);
  return current;
}
