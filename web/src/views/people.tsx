// Named persons and what is reported of them. Names of private persons stay masked until someone
// who may asks for them.
import { useEffect, useState } from "preact/hooks";
import { num, t, tr } from "../i18n";
import { useApi } from "../lib/api";
import { go, href, setParams, useRoute } from "../lib/route";
import { set, useStore } from "../lib/store";
import type { Meta, Page, PersonRow, Report } from "../lib/types";
import { FilterBar } from "../ui/filters";
import { Failed, Heading, Icon, Time, Unknown, useFirst, Waiting, Words } from "../ui/parts";
import { ReportCard } from "../ui/reports";
import { VirtualTable, type Column } from "../ui/table";

const fates = (r: PersonRow) => (
  <span class="fates">
    {r.fates.map((x) => (
      <span key={x.fate ?? ""} class={`fate fate-${x.fate ?? "none"}`}>
        {tr("what", x.fate ?? "none")} {x.n > 1 && <b>{num(x.n)}</b>}
      </span>
    ))}
  </span>
);
const nameOf = (r: PersonRow) => (
  <span class="personname">
    <Words class={r.masked ? "masked" : ""}>{r.name}</Words>
    {r.masked && <span class="tag">{t("people.masked")}</span>}
  </span>
);
const columns: Column<PersonRow>[] = [
  { key: "name", label: "col.name", cell: nameOf },
  { key: "fates", label: "col.fates", cell: fates },
  { key: "records", label: "col.records", sort: "records", down: true, class: "num", cell: (r) => num(r.records) },
  { key: "documents", label: "search.documents", sort: "documents", down: true, class: "num", cell: (r) => num(r.documents) },
  { key: "first", label: "col.first", sort: "first", cell: (r) => <Time edtf={r.first} /> },
  { key: "last", label: "col.last", sort: "last", down: true, cell: (r) => <Time edtf={r.last} /> },
];

export function NamesSwitch({ meta }: { meta: Meta | undefined }) {
  const { names } = useStore();
  const allowed = meta?.token === "right";
  return (
    <label class="check switch" title={allowed ? undefined : t("app.noTokenWhy")}>
      <input type="checkbox" role="switch" disabled={!allowed} checked={names && allowed} onChange={(e) => set({ names: e.currentTarget.checked })} />
      {t("people.show")}
    </label>
  );
}

export function People({ meta }: { meta: Meta | undefined }) {
  const { params } = useRoute();
  const { names } = useStore();
  const shown = names && meta?.token === "right";
  const sort = params["sort"] ?? "-records";
  const [text, setText] = useState(params["q"] ?? "");
  useEffect(() => setText(params["q"] ?? ""), [params["q"]]);
  // Who is only named, as a speaker or an onlooker, is no answer to "what became of whom".
  const fate = params["fate"] ?? "told";
  const [total, setTotal] = useState<number>();
  const query: Record<string, string> = {
    ...(fate !== "all" ? { fate } : {}),
    ...(params["from"] ? { from: params["from"] } : {}),
    ...(params["to"] ? { to: params["to"] } : {}),
    ...(shown && params["q"] ? { q: params["q"] } : {}),
    ...(shown ? { names: "shown" } : {}),
  };
  const head = useApi<Page<PersonRow> & { fates: { fate: string | null; n: number }[] }>("/people", { ...query, fate: "", limit: 1 });
  return (
    <div class="view tableview people-table">
      <div class="titleline">
        <Heading>{t("people.title")}</Heading>
        {total !== undefined && (
          <p class="muted" role="status">
            {t("n.people", { n: total })}
          </p>
        )}
        <span class="spring" />
        <NamesSwitch meta={meta} />
      </div>
      <p class="note">{t("people.note")}</p>
      <FilterBar filters={["from", "to"]} meta={meta}>
        <form
          class="inline"
          onSubmit={(e) => {
            e.preventDefault();
            setParams({ q: text.trim() });
          }}
        >
          <input
            type="search"
            dir="auto"
            disabled={!shown}
            aria-label={t("people.findName")}
            placeholder={shown ? t("people.findName") : t("people.findNeeds")}
            title={shown ? undefined : t("people.findNeeds")}
            value={text}
            onInput={(e) => setText(e.currentTarget.value)}
          />
        </form>
      </FilterBar>
      <div class="tabs" role="group" aria-label={t("people.fate")}>
        <button aria-pressed={fate === "told"} onClick={() => setParams({ fate: "" })}>
          {t("people.told")}
        </button>
        {head.data?.fates
          .filter((x) => x.fate && x.fate !== "none")
          .sort((a, b) => b.n - a.n)
          .map((x) => (
            <button key={x.fate} aria-pressed={fate === x.fate} onClick={() => setParams({ fate: x.fate ?? "" })}>
              {tr("what", x.fate)} <span class="count">{num(x.n)}</span>
            </button>
          ))}
        <button aria-pressed={fate === "all"} onClick={() => setParams({ fate: "all" })}>
          {t("people.all")} <span class="count">{head.data && num(head.data.total)}</span>
        </button>
      </div>
      <VirtualTable<PersonRow>
        path="/people"
        params={{ ...query, sort }}
        columns={columns}
        label={t("people.table", { n: num(total ?? 0) })}
        id={(r) => r.person}
        open={(r) => go(href("people", r.person, params))}
        sort={sort}
        onSort={(s) => setParams({ sort: s })}
        onTotal={setTotal}
        memory={`people ${JSON.stringify(query)} ${sort}`}
      />
    </div>
  );
}

function Reports({ of }: { of: Report[] }) {
  const [shown, more] = useFirst(of, 40);
  return (
    <>
      {shown.map((r) => (
        <ReportCard key={r.key} report={r} />
      ))}
      {more}
    </>
  );
}

export function PersonView({ id, meta }: { id: string; meta: Meta | undefined }) {
  const { params } = useRoute();
  const { names } = useStore();
  const answer = useApi<PersonRow & { reports: Report[] }>(`/people/${encodeURIComponent(id)}`, { names: names && meta?.token === "right" ? "shown" : "" });
  const d = answer.data;
  return (
    <div class="view">
      <nav class="crumbs">
        <a href={href("people", "", params)}>
          <Icon of="back" />
          {t("people.title")}
        </a>
      </nav>
      <Failed answer={answer} />
      {!d && answer.loading && <Waiting />}
      {d && (
        <>
          <div class="titleline">
            <Heading>{nameOf(d)}</Heading>
            {fates(d)}
            <span class="spring" />
            <NamesSwitch meta={meta} />
          </div>
          <p class="muted">
            {t("n.reports", { n: d.records })} · {t("n.documents", { n: d.documents })} ·{" "}
            {d.first ? <Time edtf={d.first === d.last || !d.last ? d.first : `${d.first}/${d.last}`} /> : <Unknown what="unknown.date" />}
          </p>
          <h2>{t("people.reports")}</h2>
          <Reports of={d.reports} />
        </>
      )}
    </div>
  );
}
