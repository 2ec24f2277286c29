import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/button";
import { PersonTile, Seat } from "@/components/ui/emblem";
import { Instant } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Who } from "@/components/ui/who";
import type { Dream, DreamerLine } from "@/lib/project/idea/types";
import type { ProjectView } from "@/lib/project/page/types";
import type { Person } from "@/lib/project/types";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { PersonName, sitterOf } from "./person";

type Dreamt = ProjectView & { readonly dream: Dream };

/** Whether the project is an idea, or was let go while it was one. */
export const isStillDreamt = (project: ProjectView): project is Dreamt =>
  project.dream !== null && !project.transitions.some(({ to }) => to === "PROPOSED");

/** Who dreams the idea and what each brings; how many are still to come. */
export function IdeaPeople({ project }: { project: Dreamt }) {
  const t = useTranslations("project.idea");
  const { dream, state, owner, hasOwner, slug, locale, viewer, isWithheld } = project;
  const { people, peopleNeeded: needed, dreamers } = dream;
  const isOpen = state === "IDEA";
  const others = dreamers.filter(({ isLead }) => !isLead);
  const free = Math.max(0, needed - people);
  return (
    <Section id="people" title={t("people")} note={isOpen ? t("peopleNote", { needed }) : null}>
      <ul className="ledger">
        {hasOwner ? (
          <li>
            <Row person={owner} place={0} lines={[t("leads")]} />
          </li>
        ) : null}
        {others.map((dreamer, i) => (
          <li key={dreamer.id}>
            <Row person={dreamer.person} place={i + 1} lines={[<Brought key="brought" dreamer={dreamer} />]} />
            {dreamer.message ? (
              <p className="remark" lang={locale}>
                {dreamer.message}
              </p>
            ) : null}
          </li>
        ))}
        {isOpen && free > 0 ? (
          <li>
            <Who tile={<Seat side={32} />} name={t("freePlace", { count: free })} />
          </li>
        ) : null}
      </ul>
      {isOpen && free === 0 ? (
        <Notice tone="done" className="mt-4">
          <p>{t.rich("enough", { people, b: (text) => <b>{text}</b> })}</p>
        </Notice>
      ) : null}
      {isOpen && !isWithheld && !viewer?.isOwner && !viewer?.dream.isIn ? (
        <p className="mt-4">
          <LinkButton href={{ pathname: "/projects/[slug]/join", params: { slug } }}>{t("joinSubmit")}</LinkButton>
        </p>
      ) : null}
    </Section>
  );
}

type RowProps = { person: Person; place: number; lines: readonly ReactNode[] };

function Row({ person, place, lines }: RowProps) {
  const t = useTranslations("project");
  const sitter = sitterOf(person, place, t("someone"));
  return (
    <Who
      isTop
      tile={<PersonTile slug={sitter.handle} {...sitter} side={32} />}
      name={<PersonName person={person} />}
      lines={lines}
    />
  );
}

function Brought({ dreamer: { competence, contact, joinedAt } }: { dreamer: DreamerLine }) {
  const t = useTranslations("project");
  const locale = useLocale();
  const what = competence
    ? t("idea.bringsCompetence", { competence: competenceLabel(competence, locale) })
    : contact
      ? t("idea.bringsContactNamed", { contact })
      : t("idea.bringsContact");
  return (
    <>
      {what} · <Instant at={joinedAt} look="short" />
    </>
  );
}

/** The idea a project came from, and those who dreamt it: they stay named, unless they stepped back (promise P59). */
export function IdeaLineage({ project }: { project: ProjectView }) {
  const t = useTranslations("project");
  const { dream, transitions } = project;
  if (!dream || isStillDreamt(project)) return null;
  const proposedAt = transitions.findLast(({ to }) => to === "PROPOSED")?.at;
  const words = {
    opened: () => <Instant at={dream.openedAt} />,
    proposed: () => (proposedAt ? <Instant at={proposedAt} /> : null),
  };
  return (
    <Section id="dream" title={t("idea.dreamt")}>
      <p className="meta mb-4">{t.rich(proposedAt ? "idea.dreamtText" : "idea.dreamtAlone", words)}</p>
      <ul className="ledger">
        {dream.opener ? (
          <li>
            <Row person={dream.opener} place={0} lines={[t("idea.opener")]} />
          </li>
        ) : null}
        {dream.dreamers
          .filter(({ person }) => person === null || person.memberId !== dream.opener?.memberId)
          .map((dreamer, i) => (
            <li key={dreamer.id}>
              <Row person={dreamer.person} place={i + 1} lines={[<Brought key="brought" dreamer={dreamer} />]} />
            </li>
          ))}
      </ul>
    </Section>
  );
}
