import { useLocale, useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { Section } from "@/components/layout/section";
import { PersonTile } from "@/components/ui/emblem";
import { Fold } from "@/components/ui/fold";
import { Ledger } from "@/components/ui/ledger";
import { Who } from "@/components/ui/who";
import { Why } from "@/components/ui/why";
import type { FormAction } from "@/lib/form/form-state";
import { ASK_DAYS, ASKS_OPEN_MAX, ASKS_WEEK_MAX } from "@/lib/project/covering/rules";
import type { Candidate, CoverView } from "@/lib/project/covering/types";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { AskFields } from "./ask-fields";
import { PersonName } from "./person";

type CandidatesProps = { view: CoverView; ask: FormAction };

/** People who show that they can, each with why they are here and the words with which one asks them; one more by name. */
export function CoverCandidates({ view, ask }: CandidatesProps) {
  const t = useTranslations("project.cover");
  const { id, candidates, competence } = view;
  return (
    <>
      <Section id="candidates" title={t("candidates")} note={candidates.length > 0 ? t("candidatesNote") : null}>
        {candidates.length === 0 ? <p>{t(competence ? "nobody" : "noCompetence")}</p> : null}
        <Ledger>
          {candidates.map((candidate) => (
            <CandidateRow key={candidate.person.memberId} needId={id} candidate={candidate} ask={ask} />
          ))}
        </Ledger>
      </Section>
      <Section id="by-name" title={t("byName")} note={t("byNameNote")}>
        <Form action={ask} formKey={crypto.randomUUID()} hidden={{ needId: id }}>
          <AskFields />
        </Form>
        <p className="meta mt-4">{t("limits", { open: ASKS_OPEN_MAX, week: ASKS_WEEK_MAX, days: ASK_DAYS })}</p>
      </Section>
    </>
  );
}

type RowProps = { needId: string; candidate: Candidate; ask: FormAction };

function CandidateRow({ needId, candidate, ask }: RowProps) {
  const t = useTranslations("project.cover");
  const { person, headline, locale } = candidate;
  const { handle, name } = person;
  return (
    <li>
      <Who
        isTop
        level={3}
        tile={<PersonTile slug={handle} name={name} values={person.values} side={48} />}
        name={<PersonName person={person} />}
        lines={
          headline
            ? [
                <span key="headline" lang={locale}>
                  {headline}
                </span>,
              ]
            : []
        }
      />
      <Reasons candidate={candidate} />
      <Fold title={t("ask", { name })}>
        <Form action={ask} formKey={crypto.randomUUID()} hidden={{ needId, whom: handle }}>
          <AskFields name={name} />
        </Form>
      </Fold>
    </li>
  );
}

function Reasons({ candidate: { competence, level, isNear, isFellow } }: { candidate: Candidate }) {
  const t = useTranslations("project.cover");
  const profile = useTranslations("member.profile.level");
  const locale = useLocale();
  const cause = t("knows", {
    competence: competenceLabel(competence, locale),
    level: profile(`${level}` as "1").toLocaleLowerCase(locale),
  });
  const more = [isNear ? t("near") : null, isFellow ? t("fellow") : null].filter((text) => text !== null);
  return <Why cause={cause}>{more.length > 0 ? more.join(" ") : null}</Why>;
}
