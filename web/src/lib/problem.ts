// What went wrong, in the page's language: the server's own words are English.
import { has, lang, t, tr } from "../i18n";
import { ApiError } from "./api";
import { reason } from "./reason";

export function problem(e: unknown): string {
  if (!(e instanceof ApiError) || !e.status) return t("app.offline");
  const known = reason(e.message);
  const what = e.what && e.status === 400 ? (has(`filter.${e.what}`) ? tr("filter", e.what) : has(`field.${e.what}`) ? tr("field", e.what) : "") : "";
  if (known) return what ? `${what}: ${known}` : known;
  if (lang() === "en" && e.message) return what ? `${what}: ${e.message}` : e.message;
  if (what) return t("error.value", { what });
  const key = `error.${e.status}`;
  return has(key) ? t(key) : t("app.failed");
}

// Why a file or a document in it was refused.
export const refusal = (why: string): string => reason(why) ?? (lang() === "en" ? why : t("why.other"));
