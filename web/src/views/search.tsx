// Words, in documents and in what was coded.
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n";
import { useApi } from "../lib/api";
import * as f from "../lib/format";
import { href, setParams, useRoute } from "../lib/route";
import { useStore } from "../lib/store";
import type { DocumentBrief, Facet, IncidentRow, Passage } from "../lib/types";
import { Evidence } from "../ui/evidence";
import { remember } from "../ui/filters";
import { Empty, Failed, Heading, Icon, Killed, PlaceName, StatusBadge, Time, TypeTag, Unknown, Waiting, Words } from "../ui/parts";
import { DocumentMeta } from "./document";

interface Found {
  total: number;
  offset: number;
  documents: { document: DocumentBrief; passages: Passage[] }[];
  incidents: IncidentRow[];
  incidents_total: number;
  places: Facet[];
  actors: Facet[];
}

export function Search() {
  const { params } = useRoute();
  const { names } = useStore();
  const q = params["q"] ?? "";
  const limit = Number(params["show"] ?? 30);
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  const answer = useApi<Found>(q ? "/search" : null, { q, limit: Math.min(limit, 500), names: names ? "shown" : "" });
  const d = answer.data;
  if (d) {
    remember("place", d.places);
    remember("actor", d.actors);
  }
  return (
    <div class="view search">
      <Heading>{t("search.title")}</Heading>
      <form
        class="searchform"
        onSubmit={(e) => {
          e.preventDefault();
          setParams({ q: text.trim(), show: "" });
        }}
      >
        <input type="search" dir="auto" autofocus aria-label={t("app.search")} value={text} onInput={(e) => setText(e.currentTarget.value)} />
        <button class="button primary">
          <Icon of="search" />
          {t("search.go")}
        </button>
      </form>
      <p class="note">{t("search.hint")}</p>
      <Failed answer={answer} />
      {q && !d && answer.loading && <Waiting />}
      {d && (
        <div class={answer.loading ? "searchgrid stale" : "searchgrid"}>
          <section>
            <h2>
              {t("search.documents")} <span class="muted">{t("n.documents", { n: d.total })}</span>
            </h2>
            {!d.documents.length && <Empty>{t("search.none")}</Empty>}
            {d.documents.map(({ document, passages }) => (
              <article class="hit" key={document.document}>
                <h3>
                  <a href={href("documents", document.document)}>{document.title ? <Words>{document.title}</Words> : <Unknown what="unknown.title" />}</a>
                </h3>
                <DocumentMeta d={document} />
                <Evidence of={passages} quiet />
              </article>
            ))}
            {d.documents.length < d.total && limit < 500 && (
              <button class="button" onClick={() => setParams({ show: String(limit + 50) }, true)}>
                {t("app.more")}
              </button>
            )}
          </section>
          <aside>
            {(d.places.length > 0 || d.actors.length > 0) && (
              <>
                <h2>{t("search.names")}</h2>
                <ul class="chips">
                  {d.places.map((p) => (
                    <li key={`p${p.value}`}>
                      <a class="chip" href={href("overview", "", { place: p.value })}>
                        <span class="chip-label">{t("filter.place")}</span> <Words>{f.name(p)}</Words>
                      </a>
                    </li>
                  ))}
                  {d.actors.map((p) => (
                    <li key={`a${p.value}`}>
                      <a class="chip" href={href("overview", "", { actor: p.value })}>
                        <span class="chip-label">{t("filter.actor")}</span> <Words>{f.name(p)}</Words>
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            )}
            <h2>
              {t("search.incidents")} <span class="muted">{t("n.incidents", { n: d.incidents_total })}</span>
            </h2>
            <ul class="minirows">
              {d.incidents.map((row) => (
                <li key={row.incident}>
                  <a href={href("incidents", row.incident, { q })}>
                    <TypeTag type={row.type} />
                    <Time edtf={row.time} />
                    <PlaceName place={row.place} />
                    <Killed value={row.killed} />
                    <StatusBadge status={row.status} brief />
                  </a>
                </li>
              ))}
            </ul>
            {d.incidents_total > 0 && (
              <a class="button" href={href("incidents", "", { q })}>
                {t("search.all")}
              </a>
            )}
          </aside>
        </div>
      )}
    </div>
  );
}
