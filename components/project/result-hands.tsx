import { useLocale, useTranslations } from "next-intl";
import { EvidenceOf } from "@/components/contribution/evidence";
import { Section } from "@/components/layout/section";
import { PersonTile } from "@/components/ui/emblem";
import type { Hand, ResultDeed, ResultView } from "@/lib/project/result/types";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { PersonName } from "./person";
import { HowMuch } from "./project-deeds";

/** Who contributed what: each named as they chose; what those who did not sign did stands together. */
export function Hands({ result: { hands, unsigned, project } }: { result: ResultView }) {
  const t = useTranslations("project.result");
  if (hands.length === 0 && unsigned.length === 0) return null;
  return (
    <Section id="hands" title={t("thanks")} note={t("thanksNote")}>
      <ul className="hands">
        {hands.map((hand) => (
          <li key={hand.person.memberId}>
            <Named hand={hand} locale={project.locale} />
          </li>
        ))}
        {unsigned.length > 0 ? (
          <li>
            <span aria-hidden="true" />
            <div>
              <h3>{t("unsigned")}</h3>
              <Deeds deeds={unsigned} locale={project.locale} />
            </div>
          </li>
        ) : null}
      </ul>
    </Section>
  );
}

function Named({ hand: { person, isLead, seats, deeds }, locale }: { hand: Hand; locale: string }) {
  const t = useTranslations("project.result");
  const language = useLocale();
  return (
    <>
      <PersonTile slug={person.handle} name={person.name} values={person.values} side={40} />
      <div>
        <h3>
          <PersonName person={person} />
          {person.competence ? <span className="meta">, {competenceLabel(person.competence, language)}</span> : null}
        </h3>
        {isLead || seats.length > 0 ? (
          <p className="meta">
            {isLead ? t("ledIt") : null}
            {isLead && seats.length > 0 ? " · " : null}
            <span lang={locale}>{seats.join(" · ")}</span>
          </p>
        ) : null}
        <Deeds deeds={deeds} locale={locale} />
      </div>
    </>
  );
}

function Deeds({ deeds, locale }: { deeds: readonly ResultDeed[]; locale: string }) {
  if (deeds.length === 0) return null;
  return (
    <ul>
      {deeds.map((deed) => (
        <li key={deed.id}>
          <span lang={locale}>{deed.title}</span>{" "}
          <span className="meta">
            · <HowMuch line={deed} />
          </span>
          <EvidenceOf evidenceUrl={deed.evidenceUrl} evidenceFile={null} />
        </li>
      ))}
    </ul>
  );
}
