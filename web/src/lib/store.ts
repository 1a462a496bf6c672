// What the whole page shares: language, theme, the server's token, whether names are shown, a
// number that rises when the ledger changed. Kept in the browser's storage, where it may be.
import { useEffect, useState } from "preact/hooks";

export type Theme = "auto" | "light" | "dark";

interface State {
  lang: "en" | "ar";
  theme: Theme;
  token: string;
  names: boolean;
  by: string;
  changed: number;
}

function kept(storage: () => Storage, key: string): string {
  try {
    return storage().getItem(`daftar.${key}`) ?? "";
  } catch {
    return "";
  }
}
function keep(storage: () => Storage, key: string, value: string): void {
  try {
    storage().setItem(`daftar.${key}`, value);
  } catch {
    // a browser that forbids it forgets
  }
}
const long = () => localStorage;
const short = () => sessionStorage;

function firstLang(): "en" | "ar" {
  const saved = kept(long, "lang");
  if (saved === "ar" || saved === "en") return saved;
  return navigator.language.toLowerCase().startsWith("ar") ? "ar" : "en";
}

export const state: State = {
  lang: firstLang(),
  theme: (["light", "dark"].includes(kept(long, "theme")) ? kept(long, "theme") : "auto") as Theme,
  token: kept(short, "token"),
  names: kept(short, "names") === "1",
  by: kept(long, "by"),
  changed: 0,
};

const listeners = new Set<() => void>();

export function set(patch: Partial<State>): void {
  Object.assign(state, patch);
  if (patch.lang) keep(long, "lang", patch.lang);
  if (patch.theme) keep(long, "theme", patch.theme);
  if (patch.token !== undefined) keep(short, "token", patch.token);
  if (patch.names !== undefined) keep(short, "names", patch.names ? "1" : "");
  if (patch.by !== undefined) keep(long, "by", patch.by);
  apply();
  listeners.forEach((f) => f());
}

// The document's own attributes follow.
export function apply(): void {
  const root = document.documentElement;
  root.lang = state.lang;
  root.dir = state.lang === "ar" ? "rtl" : "ltr";
  if (state.theme === "auto") delete root.dataset["theme"];
  else root.dataset["theme"] = state.theme;
}

export function useStore(): State {
  const [, again] = useState(0);
  useEffect(() => {
    const f = () => again((n) => n + 1);
    listeners.add(f);
    return () => void listeners.delete(f);
  }, []);
  return state;
}

export const isDark = (): boolean =>
  state.theme === "dark" || (state.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
