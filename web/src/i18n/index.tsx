// The page's words: t() looks one up in the language chosen, fills in its {names}, and picks the
// plural form by {n}; tx() does the same with elements in place of texts.
import type { ComponentChildren } from "preact";
import { ar } from "./ar";
import { en, type Message } from "./en";
import { state } from "../lib/store";

export type Lang = "en" | "ar";
export type Key = keyof typeof en;
export type Params = Record<string, string | number>;

const tables: Record<Lang, Record<Key, Message>> = { en, ar };
// Levantine and Iraqi month names and Arabic-Indic digits, as the news of the region writes them.
const locales: Record<Lang, string> = { en: "en-GB", ar: "ar-SY-u-nu-arab" };
const plurals: Partial<Record<Lang, Intl.PluralRules>> = {};

export const lang = (): Lang => state.lang;
export const locale = (): string => locales[state.lang];

const numbers = new Map<string, Intl.NumberFormat>();
export function num(n: number, options: Intl.NumberFormatOptions = {}): string {
  const key = state.lang + JSON.stringify(options);
  let format = numbers.get(key);
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(locale(), options)));
  return format.format(n);
}

function pick(key: Key, n: unknown): string {
  const message = tables[state.lang][key] ?? key;
  if (typeof message === "string") return message;
  const count = typeof n === "number" ? n : 0;
  return message[(plurals[state.lang] ??= new Intl.PluralRules(state.lang)).select(count)] ?? message.other ?? "";
}

export function t(key: Key, params: Params = {}): string {
  return pick(key, params["n"]).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return value === undefined ? "" : typeof value === "number" ? num(value) : value;
  });
}

// A number that is a text ("5 to 7") with its noun, in the form that `by` wants; a form that is a word
// instead of the number ("قتيلان") is for that number alone.
export function plural(key: Key, n: string, by: number): string {
  const message = tables[state.lang][key];
  const own = pick(key, by);
  const whole = own.includes("{n}") || n === num(by) ? own : typeof message === "string" ? message : (message.few ?? message.other ?? own);
  return whole.replace("{n}", n);
}

// With elements in it: each {name} becomes what `params` has under it.
export function tx(key: Key, params: Record<string, ComponentChildren>, n?: number): ComponentChildren[] {
  return pick(key, n)
    .split(/(\{\w+\})/)
    .map((piece) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      return name ? params[name] : piece;
    });
}

// A key that data makes up ("type." + record.type): the data's own word where there is none.
export function tr(prefix: string, word: string | null | undefined, params: Params = {}): string {
  if (!word) return "";
  const key = `${prefix}.${word}`;
  return key in en ? t(key as Key, params) : word;
}
export const has = (key: string): key is Key => key in en;
