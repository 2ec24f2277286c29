import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { labelOf } from "@/components/association/values";
import { ValueTile } from "@/components/ui/emblem";
import { Facts } from "@/components/ui/facts";
import { Day } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import { type Glyph, State, type Tone } from "@/components/ui/tiles";
import type { PapersView } from "@/lib/membership/application/types";
import type { Stance } from "@/lib/membership/papers/types";
import { Kinds, Quantity } from "./pledge-words";

const LOOKS: Readonly<Record<Stance, readonly [Tone, Glyph]>> = {
  SHARED: ["done", "full"],
  ADOPTED: ["ask", "half"],
  NOT_MINE: ["soft", "empty"],
};

type PapersProps = {
  papers: PapersView;
  /** Read by whoever wrote them. */
  isOwn?: boolean;
  /** Hours the charter asks for, said beside the pledge. */
  askedHours?: number | null;
};

/** Papers whole: how they take part, where they stand, what they answered. Before any decision (rule M6). */
export function Papers({ papers, isOwn = false, askedHours = null }: PapersProps) {
  return (
    <>
      <Statement papers={papers} isOwn={isOwn} askedHours={askedHours} />
      <Stances papers={papers} isOwn={isOwn} />
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

function Stances({ papers, isOwn }: { papers: PapersView; isOwn: boolean }) {
  const t = useTranslations("membership");
  const locale = useLocale();
  const lang = useLang(papers.locale);
  return (
    <section aria-labelledby="papers-values">
      <Heading id="papers-values" isOwn={isOwn}>
        {t(isOwn ? "papers.ownValues" : "papers.values")}
      </Heading>
      <table className="table desk-values">
        <thead className="vh">
          <tr>
            <th scope="col">{t("papers.value")}</th>
            <th scope="col">{t("papers.answer")}</th>
          </tr>
        </thead>
        <tbody>
          {papers.stances.map((taken) => (
            <tr key={taken.id}>
              <th scope="row">
                <span className="row row--near">
                  <ValueTile value={taken.valueSlug ?? taken.name} side={24} />
                  {labelOf(taken, locale)}
                </span>
              </th>
              <td>
                <State tone={LOOKS[taken.stance][0]} glyph={LOOKS[taken.stance][1]}>
                  {t(`${isOwn ? "stance" : "theirStance"}.${taken.stance}`)}
                </State>
                {taken.note ? (
                  <span className="quote" lang={lang}>
                    {t("papers.quote", { text: taken.note })}
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
