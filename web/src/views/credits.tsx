// Whose work this stands on, and what it is not for.
import { t } from "../i18n";
import { useApi } from "../lib/api";
import type { Meta } from "../lib/types";
import { Failed, Heading, Waiting } from "../ui/parts";

const software: [string, string, string][] = [
  ["Preact", "MIT", "Jason Miller"],
  ["d3-geo", "ISC", "Mike Bostock"],
  ["topojson-client", "ISC", "Mike Bostock"],
  ["uPlot", "MIT", "Leon Sorokin"],
  ["IBM Plex Sans Arabic", "OFL-1.1", "IBM Corp."],
  ["Noto Naskh Arabic", "OFL-1.1", "The Noto Project Authors"],
  ["Natural Earth", "public domain", "naturalearthdata.com"],
  ["Who's On First", "CC0-1.0", "whosonfirst.org"],
];

export function Credits({ meta }: { meta: Meta | undefined }) {
  const answer = useApi<{ files: { file: string; lines: string[] }[] }>("/credits");
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
        <p class="muted">
          <bdi dir="ltr" lang="en">
            Daftar {meta.version}, data {meta.data_version}
          </bdi>
        </p>
      )}
      <h2>{t("credits.software")}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={t("credits.software")}>
        <table class="plain" lang="en" dir="ltr">
          <tbody>
            {software.map(([name, licence, by]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{licence}</td>
                <td>{by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="small">
        <a href="fonts/ibm-plex-sans-arabic-OFL.txt">IBM Plex Sans Arabic, OFL</a> · <a href="fonts/noto-naskh-arabic-OFL.txt">Noto Naskh Arabic, OFL</a>
      </p>
      <h2>{t("credits.data")}</h2>
      <p>{t("map.disclaimer")}</p>
      <Failed answer={answer} />
      {!answer.data && answer.loading && <Waiting />}
      {answer.data?.files.map((file) => (
        <details key={file.file} class="creditfile">
          <summary>
            <bdi dir="ltr">{file.file}</bdi>
          </summary>
          <pre dir="ltr" lang="en" tabIndex={0}>
            {file.lines.join("\n")}
          </pre>
        </details>
      ))}
    </div>
  );
}
