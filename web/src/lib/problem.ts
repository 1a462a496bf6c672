// What went wrong, in the page's language: the server's own words are English.
import { has, lang, t, tr } from "../i18n";
import { ApiError } from "./api";

export function problem(e: unknown): string {
  if (!(e instanceof ApiError) || !e.status) return t("app.offline");
  if (lang() === "en" && e.message) return e.message;
  const key = `error.${e.status}`;
  if (!has(key)) return t("app.failed");
  const what = e.what && (has(`filter.${e.what}`) ? tr("filter", e.what) : tr("field", e.what));
  return what && e.status === 400 ? t("error.value", { what }) : t(key);
}
