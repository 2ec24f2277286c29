import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Day, Instant } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import { State } from "@/components/ui/tiles";
import { Link } from "@/lib/i18n/navigation";
import type { DeliverableLine, ProjectView } from "@/lib/project/page/types";
import type { ResultLink, ResultView } from "@/lib/project/result/types";
import { Lineage } from "./lineage";
import { Hands } from "./result-hands";
import { Gallery } from "./result-pictures";
import { Thanks } from "./result-thanks";

/** A published result: what came of it, what was promised and handed over, what was learned, who did what. One sheet when printed. */
export function PublishedResult({ result }: { result: ResultView }) {
  const t = useTranslations("project.result");
  const { project, lessons, links, pictures } = result;
  const { locale, concludedAt } = project;
  return (
    <div className="stack stack--sections result-sheet">
      <Section
        id="result"
        title={t("text")}
        note={concludedAt ? t.rich("published", { day: () => <Instant at={concludedAt} /> }) : null}
      >
        <Prose text={project.result} lang={locale} />
        <Gallery pictures={pictures} />
        <Links links={links} locale={locale} />
      </Section>
      <Promises project={project} />
      {lessons ? (
        <Section id="lessons" title={t("lessons")}>
          <Prose text={lessons} lang={locale} />
        </Section>
      ) : null}
      <Hands result={result} />
      <Thanks lines={result.thanks.shown} locale={locale} />
      <Lineage project={project} />
    </div>
  );
}

/** Who carried it, and from when to when. */
export function CarriedBy({ project: { association, coHosts, startedAt, concludedAt } }: { project: ProjectView }) {
  const t = useTranslations("project.result");
  const carriers = [association, ...coHosts].flatMap((one) => one ?? []);
  return (
    <p className="meta mb-6">
      {carriers.map(({ slug, name }, i) => (
        <span key={slug}>
          {i > 0 ? ", " : null}
          <Link href={{ pathname: "/associations/[slug]", params: { slug } }}>{name}</Link>
        </span>
      ))}
      {carriers.length > 0 && startedAt && concludedAt ? " · " : null}
      {startedAt && concludedAt
        ? t.rich("span", { from: () => <Instant at={startedAt} />, to: () => <Instant at={concludedAt} /> })
        : null}
    </p>
  );
}

/** The address itself is printed beside its words: paper cannot be clicked. */
function Links({ links, locale }: { links: readonly ResultLink[]; locale: string }) {
  if (links.length === 0) return null;
  return (
    <ul className="result-links mt-4">
      {links.map(({ label, url }) => (
        <li key={url}>
          <a className="lone-link" href={url} rel="noopener nofollow ugc">
            {label ? <span lang={locale}>{label}</span> : hostOf(url)}
          </a>
          <span className="only-print"> {url}</span>
        </li>
      ))}
    </ul>
  );
}

const hostOf = (url: string) => new URL(url).hostname;

function Promises({ project: { deliverables, locale } }: { project: ProjectView }) {
  const t = useTranslations("project");
  if (deliverables.length === 0) return null;
  return (
    <Section id="promised" title={t("result.promised")}>
      <ul className="ledger ledger--tight">
        {deliverables.map((deliverable) => (
          <li key={deliverable.id}>
            <Promised deliverable={deliverable} locale={locale} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Promised({ deliverable, locale }: { deliverable: DeliverableLine; locale: string }) {
  const t = useTranslations("project");
  const { title, due, done, evidence, evidenceUrl } = deliverable;
  return (
    <>
      <div className="row row--facts">
        <b lang={locale}>{title}</b>
        {due ? (
          <span className="meta">{t.rich("result.due", { day: () => <Day on={due} look="dated" /> })}</span>
        ) : null}
        {done ? (
          <State tone="done">
            <span>{t.rich("manage.delivered", { day: () => <Day on={done} look="dated" /> })}</span>
          </State>
        ) : (
          <State tone="soft" glyph="empty">
            {t("result.notDelivered")}
          </State>
        )}
      </div>
      {evidence ? (
        <p className="meta" lang={locale}>
          {evidence}
        </p>
      ) : null}
      {evidenceUrl ? (
        <p className="meta">
          <a className="lone-link" href={evidenceUrl} rel="noopener nofollow ugc">
            {hostOf(evidenceUrl)}
          </a>
        </p>
      ) : null}
    </>
  );
}
