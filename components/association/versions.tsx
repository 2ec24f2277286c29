import { useLocale, useTranslations } from "next-intl";
import { Instant } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import type { Comparison, VersionLine, VersionsView } from "@/lib/association/charter/types";
import { getPathname, Link } from "@/lib/i18n/navigation";
import { Difference } from "./difference";

/** The versions, the newest first, each with what it says of its change. */
export function VersionList({ view }: { view: VersionsView }) {
  return (
    <ol className="stack" reversed>
      {view.versions.map((version, i) => (
        <Line key={version.version} version={version} isInForce={i === 0} view={view} />
      ))}
    </ol>
  );
}

function Line({ version: line, isInForce, view }: { version: VersionLine; isInForce: boolean; view: VersionsView }) {
  const t = useTranslations("charter.versions");
  const lang = useLocale() === view.locale ? undefined : view.locale;
  const { version, publishedAt, isMaterial, changeNote, hash } = line;
  const kind = version === 1 ? "first" : isMaterial ? "material" : "wording";
  const params = { slug: view.association.slug };
  return (
    <li className="stack stack--tight">
      <p>
        <b>{t("version", { version })}</b>, <Instant at={publishedAt} />
        {isInForce ? ` · ${t("inForce")}` : null} · {t(kind)}
      </p>
      {changeNote ? <Prose text={changeNote} lang={lang} /> : null}
      <p className="meta break-all">{hash}</p>
      <p>
        <Link href={{ pathname: "/associations/[slug]/charter", params, query: { version } }}>
          {t("read", { version })}
        </Link>
      </p>
    </li>
  );
}

/** Which two: a GET form, so that the address is the comparison. */
export function CompareForm({ view }: { view: VersionsView }) {
  const t = useTranslations("charter.versions");
  const locale = useLocale();
  const { association, versions, comparison } = view;
  const href = { pathname: "/associations/[slug]/pledge/versions", params: { slug: association.slug } } as const;
  const select = (name: "from" | "to") => (
    <div className="field">
      <label htmlFor={`compare-${name}`}>{t(name)}</label>
      <select id={`compare-${name}`} name={name} defaultValue={comparison?.[name]}>
        {versions.map(({ version }) => (
          <option key={version} value={version}>
            {version}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form action={getPathname({ href, locale })} className="stack stack--form print:hidden">
      <div className="pair">
        {select("from")}
        {select("to")}
      </div>
      <div className="actions">
        <button type="submit" className="btn">
          {t("submit")}
        </button>
      </div>
    </form>
  );
}

export function Compared({ comparison, locale }: { comparison: Comparison; locale: string }) {
  const t = useTranslations("charter.versions");
  const { from, to } = comparison;
  return (
    <div className="stack">
      <p className="meta" role="status">
        {t("between", { from, to })}
      </p>
      <Difference {...comparison} locale={locale} />
    </div>
  );
}
