import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import type { Adoption } from "@/lib/membership/adoption/types";
import { PersonName } from "./person-name";

/** Who has still to say their word on the charter in force: to be looked after, not ranked. */
export function AdoptionList({ adoption }: { adoption: Adoption }) {
  const t = useTranslations("charter.adoption");
  const { version, acceptedCount, pausedCount, waiting } = adoption;
  return (
    <Section id="adoption" title={t("title")} note={t("note", { version })}>
      <ul className="stack stack--tight">
        <li>{t("accepted", { count: acceptedCount })}</li>
        <li>{t("waiting", { count: waiting.length })}</li>
        {pausedCount > 0 ? <li className="meta">{t("paused", { count: pausedCount })}</li> : null}
      </ul>
      {waiting.length > 0 ? (
        <div className="stack stack--tight mt-4">
          <p className="meta">{t("names")}</p>
          <ul className="stack stack--tight">
            {waiting.map((person) => (
              <li key={person.handle}>
                <PersonName person={person} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Section>
  );
}
