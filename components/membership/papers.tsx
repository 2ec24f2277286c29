import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Facts } from "@/components/ui/facts";
import { Day } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import type { PapersView } from "@/lib/membership/application/types";
import { Kinds, Quantity } from "./pledge-words";
import { StancesTable } from "./stances";

type PapersProps = {
  papers: PapersView;
  /** Read by whoever wrote them. */
  isOwn?: boolean;
  /** Hours the charter asks for, said beside the pledge. */
  askedHours?: number | null;
};

/** Papers whole: how they take part, where they stand, what they answered. Before any decision (rule M6). */
export function Papers({ papers, isOwn = false, askedHours = null }: PapersProps) {
  const t = useTranslations("membership.papers");
  return (
    <>
      <Statement papers={papers} isOwn={isOwn} askedHours={askedHours} />
      <section aria-labelledby="papers-values">
        <Heading id="papers-values" isOwn={isOwn}>
          {t(isOwn ? "ownValues" : "values")}
        </Heading>
        <StancesTable stances={papers.stances} locale={papers.locale} isOwn={isOwn} />
      </section>
      {papers.answers.length > 0 ? <Answers papers={papers} isOwn={isOwn} /> : null}
    </>
  );
}

/** At the desk the papers stand under their author's name; alone they are the page. */
function Heading({ id, isOwn, children }: { id: string; isOwn: boolean; children: ReactNode }) {
  const Level = isOwn ? "h2" : "h3";
  return (
    <Level id={id} className="h-small">
      {children}
    </Level>
  );
}

function useLang(locale: string): string | undefined {
  return useLocale() === locale ? undefined : locale;
}

function Statement({ papers, isOwn, askedHours }: Required<PapersProps>) {
  const t = useTranslations("membership.papers");
  const lang = useLang(papers.locale);
  return (
    <section aria-labelledby="papers-statement">
      <Heading id="papers-statement" isOwn={isOwn}>
        {t(isOwn ? "ownStatement" : "statement")}
      </Heading>
      <Prose text={papers.statement} lang={lang} />
      <Facts
        look="inline"
        facts={[
          ...(papers.kinds.length > 0 ? [{ term: t("brings"), value: <Kinds kinds={papers.kinds} /> }] : []),
          {
            term: t("howMuch"),
            value: (
              <>
                <Quantity pledge={papers} />{" "}
                {askedHours === null ? null : <span className="meta">{t("atLeast", { hours: askedHours })}</span>}
              </>
            ),
          },
          { term: t("until"), value: <Day on={papers.untilOn} /> },
        ]}
      />
    </section>
  );
}

function Answers({ papers, isOwn }: { papers: PapersView; isOwn: boolean }) {
  const t = useTranslations("membership.papers");
  const lang = useLang(papers.locale);
  return (
    <section aria-labelledby="papers-answers">
      <Heading id="papers-answers" isOwn={isOwn}>
        {t("questions")}
      </Heading>
      <dl className="facts facts--stack">
        {papers.answers.map(({ question, text }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{text ? <Prose text={text} lang={lang} /> : <span className="meta">{t("noAnswer")}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
