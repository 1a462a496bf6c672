// The frame: head, navigation, the view that the address names, files dropped anywhere.
import type { ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import { num, t, type Key } from "./i18n";
import { useApi } from "./lib/api";
import { go, href, useRoute } from "./lib/route";
import { set, state, useStore, type Theme } from "./lib/store";
import type { Meta } from "./lib/types";
import { Failed, Icon } from "./ui/parts";
import { Toasts } from "./ui/toast";
import { Claims } from "./views/claims";
import { Credits } from "./views/credits";
import { DocumentView } from "./views/document";
import { addFiles, Files } from "./views/files";
import { FindingsView } from "./views/findings";
import { IncidentView } from "./views/incident";
import { Incidents } from "./views/incidents";
import { Overview } from "./views/overview";
import { People, PersonView } from "./views/people";
import { Review } from "./views/review";
import { Search } from "./views/search";

const VIEWS = ["overview", "incidents", "people", "claims", "findings", "review", "files"] as const;

function view(name: string, id: string, meta: Meta | undefined): ComponentChild {
  switch (name) {
    case "overview":
      return <Overview meta={meta} />;
    case "incidents":
      return id ? <IncidentView key={id} id={id} meta={meta} /> : <Incidents meta={meta} />;
    case "documents":
      return <DocumentView key={id} id={id} />;
    case "people":
      return id ? <PersonView key={id} id={id} meta={meta} /> : <People meta={meta} />;
    case "claims":
      return <Claims meta={meta} />;
    case "findings":
      return <FindingsView id={id} />;
    case "review":
      return <Review meta={meta} tab={id} />;
    case "search":
      return <Search />;
    case "files":
      return <Files meta={meta} />;
    case "credits":
      return <Credits meta={meta} />;
    default:
      return <p class="empty">{t("app.notFound")}</p>;
  }
}

export function App() {
  const { view: name, id } = useRoute();
  const { lang } = useStore();
  const meta = useApi<Meta>("/meta");
  const [menu, setMenu] = useState(false);
  useEffect(() => setMenu(false), [name, id]);
  useEffect(() => {
    const title = name in { documents: 1, credits: 1, search: 1 } ? "" : `nav.${name}`;
    document.title = `${title ? `${t(title as Key)} · ` : ""}${lang === "ar" ? "دفتر" : "Daftar"}${meta.data ? ` · ${meta.data.ledger}` : ""}`;
  }, [name, lang, meta.data?.ledger]);
  // A token of an earlier run shows no names: ask for none.
  useEffect(() => {
    if (meta.data && meta.data.token !== "right" && state.names) set({ names: false });
  }, [meta.data]);
  const dropping = useDrop(meta.data);
  return (
    <>
      <a
        class="skip"
        href="#content"
        onClick={(e) => {
          e.preventDefault();
          document.getElementById("content")?.focus();
        }}
      >
        {t("app.skip")}
      </a>
      <header class="top">
        <a class="brand" href={href("overview")} aria-label="Daftar">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect x="4" y="2.5" width="24" height="27" rx="3.5" class="cover" />
            <path d="M23.5 2.5v27" class="spine" />
            <path d="M8.5 10.5h11M8.5 16h11M12.5 21.5h7" class="lines" />
            <circle cx="9" cy="21.5" r="1.6" class="dot" />
          </svg>
          <span class="brand-name">{lang === "ar" ? "دفتر" : "Daftar"}</span>
        </a>
        <button class="icon-button menu" aria-expanded={menu} aria-controls="nav" aria-label={t("app.menu")} onClick={() => setMenu(!menu)}>
          <Icon of={menu ? "close" : "menu"} />
        </button>
        <nav id="nav" class={menu ? "open" : ""} aria-label={t("nav.main")}>
          {VIEWS.map((v) => (
            <a key={v} href={href(v)} aria-current={name === v ? "page" : undefined}>
              {t(`nav.${v}`)}
              {v === "findings" && meta.data && meta.data.counts["findings"]! > 0 && (
                <span class="pill">{num(meta.data.counts["findings"]!)}</span>
              )}
            </a>
          ))}
        </nav>
        <SearchBox />
        <div class="tools">
          <Access meta={meta.data} />
          <button class="tool" lang={lang === "ar" ? "en" : "ar"} title={t("app.languageTitle")} onClick={() => set({ lang: lang === "ar" ? "en" : "ar" })}>
            {t("app.language")}
          </button>
          <ThemeButton />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {meta.error && <Failed answer={meta} />}
        {view(name, id, meta.data)}
      </main>
      <footer class="bottom">
        <p>{t("app.notice")}</p>
        <p>
          {meta.data && (
            <bdi dir="ltr" lang="en">
              Daftar {meta.data.version} · {meta.data.ledger}
            </bdi>
          )}{" "}
          <a href={href("credits")}>{t("nav.credits")}</a>
        </p>
      </footer>
      {dropping && (
        <div class="dropping" aria-hidden="true">
          <p>{t("files.dropNow")}</p>
        </div>
      )}
      <Toasts />
    </>
  );
}

function SearchBox() {
  const { view: name, params } = useRoute();
  const [text, setText] = useState(name === "search" ? (params["q"] ?? "") : "");
  return (
    <form
      class="searchbox"
      role="search"
      onSubmit={(e) => {
        e.preventDefault();
        if (text.trim()) go(href("search", "", { q: text.trim() }));
      }}
    >
      <Icon of="search" />
      <input type="search" dir="auto" aria-label={t("app.search")} placeholder={t("app.search")} value={text} onInput={(e) => setText(e.currentTarget.value)} />
    </form>
  );
}

function Access({ meta }: { meta: Meta | undefined }) {
  if (!meta || (meta.writable && meta.token === "right")) return null;
  const [word, why] = meta.writable
    ? [t("app.noToken"), t("app.noTokenWhy")]
    : [t("app.readonly"), t("app.readonlyWhy")];
  return (
    <details class="access">
      <summary>
        <Icon of="lock" />
        {word}
      </summary>
      <p>{why}</p>
    </details>
  );
}

const themes: Record<Theme, [string, Theme]> = { auto: ["auto", "light"], light: ["sun", "dark"], dark: ["moon", "auto"] };
function ThemeButton() {
  const { theme } = useStore();
  const [icon, next] = themes[theme];
  const label = `${t("app.theme")}: ${t(`app.theme.${theme}`)}`;
  return (
    <button class="icon-button" onClick={() => set({ theme: next })} aria-label={label} title={label}>
      <Icon of={icon} />
    </button>
  );
}

// Files may be let go anywhere on the page.
function useDrop(meta: Meta | undefined): boolean {
  const [over, setOver] = useState(false);
  const may = meta?.writable === true && meta.token === "right";
  useEffect(() => {
    if (!may) return;
    let depth = 0;
    const stop = new AbortController();
    const on = { signal: stop.signal };
    const files = (e: DragEvent) => e.dataTransfer?.types.includes("Files") === true;
    addEventListener("dragenter", (e) => files(e) && (depth++, setOver(true)), on);
    addEventListener("dragleave", (e) => files(e) && --depth <= 0 && ((depth = 0), setOver(false)), on);
    addEventListener("dragover", (e) => files(e) && e.preventDefault(), on);
    addEventListener("drop", (e) => {
      depth = 0;
      setOver(false);
      if (!files(e)) return;
      e.preventDefault();
      void addFiles([...(e.dataTransfer?.files ?? [])]);
      go(href("files"));
    }, on);
    return () => stop.abort();
  }, [may]);
  return over;
}
