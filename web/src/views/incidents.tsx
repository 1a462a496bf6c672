// All incidents that the filters leave, as a table.
import { useState } from "preact/hooks";
import { num, t } from "../i18n";
import { filtersOf, FILTERS, go, href, setParams, useRoute } from "../lib/route";
import type { IncidentRow, Meta } from "../lib/types";
import { FilterBar } from "../ui/filters";
import { Heading, Icon, Names, Number as Num, PlaceName, StatusBadge, Time, TypeTag } from "../ui/parts";
import { VirtualTable, type Column } from "../ui/table";

export const sourcesOf = (r: IncidentRow) => (
  <span class="sources">
    {t("n.documents", { n: r.documents })} · {t("n.origins", { n: r.origins })}
    {r.parties > 0 && <span class="parties">{t("sources.parties", { n: r.parties })}</span>}
  </span>
);

const columns: Column<IncidentRow>[] = [
  { key: "time", label: "col.time", sort: "time", down: true, cell: (r) => <Time edtf={r.time} /> },
  { key: "type", label: "col.type", sort: "type", cell: (r) => <TypeTag type={r.type} /> },
  { key: "place", label: "col.place", sort: "place", cell: (r) => <PlaceName place={r.place} more /> },
  { key: "agents", label: "col.agents", cell: (r) => <Names of={r.agents} /> },
  { key: "targets", label: "col.targets", cell: (r) => <Names of={r.targets} /> },
  { key: "killed", label: "col.killed", sort: "killed", down: true, class: "num", cell: (r) => <Num value={r.killed} brief /> },
  { key: "injured", label: "col.injured", sort: "injured", down: true, class: "num", cell: (r) => <Num value={r.injured} brief /> },
  { key: "sources", label: "col.sources", sort: "documents", down: true, cell: sourcesOf },
  { key: "status", label: "col.status", sort: "status", cell: (r) => <StatusBadge status={r.status} /> },
];

export function Incidents({ meta }: { meta: Meta | undefined }) {
  const { params } = useRoute();
  const filters = filtersOf(params);
  const sort = params["sort"] ?? "-time";
  const [total, setTotal] = useState<number>();
  return (
    <div class="view tableview">
      <div class="titleline">
        <Heading>{t("incidents.title")}</Heading>
        {total !== undefined && (
          <p class="muted" role="status">
            {t("n.incidents", { n: total })}
          </p>
        )}
      </div>
      <FilterBar filters={FILTERS} meta={meta}>
        <label class="inline">
          <select value={sort} aria-label={t("overview.by")} onChange={(e) => setParams({ sort: e.currentTarget.value })}>
            <option value="-time">{t("col.time")} ↓</option>
            <option value="time">{t("col.time")} ↑</option>
            <option value="-killed">{t("col.killed")} ↓</option>
            <option value="-documents">{t("col.sources")} ↓</option>
            <option value="type">{t("col.type")}</option>
            <option value="place">{t("col.place")}</option>
            <option value="status">{t("col.status")}</option>
            <option value="review">{t("sort.review")}</option>
          </select>
        </label>
        <a class="button" href={href("files", "", { ...filters, what: "incidents" })}>
          <Icon of="download" />
          {t("app.export")}
        </a>
      </FilterBar>
      <VirtualTable<IncidentRow>
        path="/incidents"
        params={{ ...filters, sort }}
        columns={columns}
        label={t("incidents.table", { n: num(total ?? 0) })}
        id={(r) => r.incident}
        open={(r) => go(href("incidents", r.incident, params))}
        sort={sort}
        onSort={(s) => setParams({ sort: s })}
        onTotal={setTotal}
        memory={`incidents ${JSON.stringify(filters)} ${sort}`}
      />
    </div>
  );
}
