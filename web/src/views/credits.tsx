// Whose work this stands on, under which terms, and what it is not for.
import { has, t, tr, tx, type Key } from "../i18n";
import { useApi } from "../lib/api";
import type { Meta } from "../lib/types";
import { Code, Failed, Heading, Waiting } from "../ui/parts";

// Name, what it is used for, licence.
type Work = [string, Key, string];
const data: Work[] = [
  ["GeoNames", "credits.use.places", "CC-BY-4.0"],
  ["Who's On First", "credits.use.places", "CC0-1.0"],
  ["OCHA COD-AB", "credits.use.divisions", "CC-BY-3.0-IGO"],
  ["OpenSyria", "credits.use.places", "CC-BY-4.0"],
  ["Unicode CLDR", "credits.use.placeNames", "Unicode-3.0"],
  ["Natural Earth", "credits.use.map", "public-domain"],
  ["CAMeL Morph MSA (NYU Abu Dhabi)", "credits.use.words", "CC-BY-4.0"],
  ["Arabic names (AKhateeb)", "credits.use.persons", "MIT"],
  ["Faker (Daniele Faraglia)", "credits.use.persons", "MIT"],
  ["ICU", "credits.use.hijri", "Unicode-3.0"],
  ["PLOVER, ACLED, CAMEO", "credits.use.codes", "facts"],
];
const software: Work[] = [
  ["Preact (Jason Miller)", "credits.use.page", "MIT"],
  ["d3-geo, topojson-client (Mike Bostock)", "credits.use.maps", "ISC"],
  ["uPlot (Leon Sorokin)", "credits.use.charts", "MIT"],
  ["IBM Plex Sans Arabic (IBM Corp.)", "credits.use.type", "OFL-1.1"],
  ["Noto Naskh Arabic (The Noto Project Authors)", "credits.use.type", "OFL-1.1"],
];

function Works({ of, label }: { of: Work[]; label: string }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      <table class="plain works">
        <thead>
          <tr>
            <th scope="col">{t("credits.source")}</th>
            <th scope="col">{t("credits.use")}</th>
            <th scope="col">{t("credits.licence")}</th>
            <th scope="col">{t("credits.terms")}</th>
          </tr>
        </thead>
        <tbody>
          {of.map(([name, use, licence]) => (
            <tr key={name}>
              <th scope="row">
                <bdi dir="ltr">{name}</bdi>
              </th>
              <td>{t(use)}</td>
              <td>{has(`licence.name.${licence}`) ? tr("licence.name", licence) : <Code>{licence}</Code>}</td>
              <td>{tr("licence", licence)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface File {
  file: string;
  lines: string[];
}
// "places/SY.tsv" is of the group "places", "actors.tsv" of its own.
const groupOf = (file: string): string => file.replace(/\/.*|\.tsv$/, "");

export function Credits({ meta }: { meta: Meta | undefined }) {
  const answer = useApi<{ files: File[] }>("/credits");
  const groups = new Map<string, File[]>();
  for (const file of answer.data?.files ?? []) groups.set(groupOf(file.file), [...(groups.get(groupOf(file.file)) ?? []), file]);
  return (
    <div class="view prose">
      <Heading>{t("credits.title")}</Heading>
      <h2>{t("credits.what")}</h2>
      <p>
        {t("app.tagline")}. {t("app.notice")}
      </p>
      <h2>{t("credits.limits")}</h2>
      <p>{t("credits.limitsText")}</p>
      {meta && (
        <p class="muted">{tx("credits.version", { version: <Code>{meta.version}</Code>, data: <Code>{meta.data_version}</Code> })}</p>
      )}
      <h2>{t("credits.data")}</h2>
      <Works of={data} label={t("credits.data")} />
      <p>
        {t("credits.own")} {t("map.disclaimer")}
      </p>
      <h2>{t("credits.software")}</h2>
      <Works of={software} label={t("credits.software")} />
      <p class="small">
        <a href="fonts/ibm-plex-sans-arabic-OFL.txt">
          <bdi dir="ltr">IBM Plex Sans Arabic, OFL</bdi>
        </a>{" "}
        ·{" "}
        <a href="fonts/noto-naskh-arabic-OFL.txt">
          <bdi dir="ltr">Noto Naskh Arabic, OFL</bdi>
        </a>
      </p>
      <h2>{t("credits.notes")}</h2>
      <p class="muted">{t("credits.notesLang")}</p>
      <Failed answer={answer} />
      {!answer.data && answer.loading && <Waiting />}
      {[...groups].map(([group, files]) => (
        <details key={group} class="creditfile">
          <summary>
            {tr("credits.group", group)} <span class="muted small">({t("n.files", { n: files.length })})</span>
          </summary>
          {files.map((file) => (
            <pre key={file.file} dir="ltr" lang="en" tabIndex={0} aria-label={file.file}>
              {[file.file, ...file.lines.map((x) => `  ${x}`)].join("\n")}
            </pre>
          ))}
        </details>
      ))}
    </div>
  );
}
