import { useFormatter, useLocale, useTranslations } from "next-intl";
import { IdentityHead } from "@/components/layout/page-head";
import { AnchorButton } from "@/components/ui/anchor-button";
import { LinkButton } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { ProjectEmblem, ValueTile } from "@/components/ui/emblem";
import { Icon } from "@/components/ui/icon";
import type { ProjectView } from "@/lib/project/page/types";
import { coverageOf, isOpenToOffers, isOver, shareCovered } from "@/lib/project/rules";
import { placeWithProvince } from "@/lib/taxonomy/place/rules";
import { valueLabel } from "@/lib/taxonomy/value/rules";
import { AssociationLink } from "./carriers";
import { PersonName } from "./person";
import { valuesOf } from "./project-line";

/** The way back, then the name, the purpose, whose it is, and the one act. */
export function ProjectHead({ project }: { project: ProjectView }) {
  const { slug, title, purpose, locale } = project;
  return (
    <>
      <ProjectCrumbs project={project} current={title} />
      <IdentityHead
        emblem={
          <ProjectEmblem
            slug={slug}
            values={valuesOf(project)}
            covered={shareCovered(coverageOf(project.needs))}
            side={128}
          />
        }
        title={title}
        lead={<span lang={locale}>{purpose}</span>}
        facts={[
          <Whose key="whose" project={project} />,
          <Kind key="kind" project={project} />,
          <Owner key="owner" project={project} />,
          <Place key="place" project={project} />,
          <Serves key="serves" project={project} />,
        ]}
        actions={<Act project={project} />}
      />
    </>
  );
}

type ProjectCrumbsProps = { project: Pick<ProjectView, "slug" | "title" | "association">; current: string };

/** Projects / the association / the project / here. */
export function ProjectCrumbs({ project: { slug, title, association }, current }: ProjectCrumbsProps) {
  const t = useTranslations("project");
  const path = [
    { label: t("projects"), href: "/projects" as const },
    ...(association
      ? [
          {
            label: association.name,
            href: { pathname: "/associations/[slug]" as const, params: { slug: association.slug } },
          },
        ]
      : []),
    ...(current === title ? [] : [{ label: title, href: { pathname: "/projects/[slug]" as const, params: { slug } } }]),
  ];
  return <Crumbs path={path} current={current} />;
}

/** The association that leads it, then those that carry it with it. */
function Whose({ project: { association, coHosts } }: { project: ProjectView }) {
  if (!association) return null;
  return [association, ...coHosts].map((carrier) => <AssociationLink key={carrier.slug} association={carrier} />);
}

function Kind({ project: { kind, isMembersOnly } }: { project: ProjectView }) {
  const t = useTranslations("project");
  return (
    <>
      {t(`kindLong.${kind}`)}
      {isMembersOnly ? (
        <>
          {" · "}
          <Icon name="locked" isSmall />
          {t("membersOnly")}
        </>
      ) : null}
    </>
  );
}

function Owner({ project: { owner, hasOwner, dream, state } }: { project: ProjectView }) {
  const t = useTranslations("project.page");
  if (!hasOwner) return t("ledByNobody");
  const opener = state === "IDEA" ? null : dream?.opener;
  const isTheirs = !opener || opener.memberId === owner?.memberId;
  return (
    <span>
      {t.rich("ledBy", { who: () => <PersonName person={owner} /> })}
      {isTheirs ? null : <>, {t.rich("fromDream", { who: () => <PersonName person={opener} /> })}</>}
    </span>
  );
}

function Serves({ project: { values } }: { project: ProjectView }) {
  const t = useTranslations("project");
  const format = useFormatter();
  const locale = useLocale();
  if (values.length === 0) return null;
  const named = values.map((word) => (
    <span key={word} className="val">
      <ValueTile value={word} side={20} />
      {valueLabel(word, locale)}
    </span>
  ));
  return <span>{t.rich("values", { values: () => format.list(named) })}</span>;
}

function Place({ project: { place } }: { project: ProjectView }) {
  const locale = useLocale();
  if (!place) return null;
  return (
    <>
      <Icon name="place" isSmall />
      {placeWithProvince(place, locale)}
    </>
  );
}

/** Whether there is work going on that whoever looks has a part in: they come for that, on a phone first of all. */
export function isAtWork({ viewer, state }: ProjectView): boolean {
  return viewer?.isInside === true && state !== "IDEA" && !isOver(state);
}

function ToWork({ slug, look }: { slug: string; look: "primary" | "neutral" }) {
  const t = useTranslations("project.page");
  return (
    <LinkButton look={look} href={{ pathname: "/projects/[slug]/work", params: { slug } }}>
      {t("work")}
    </LinkButton>
  );
}

/**
 * One primary act: manage what one leads, go on with what one has a seat in, or take a seat where one is free; what is hidden by
 * a measure takes nobody in.
 */
function Act({ project }: { project: ProjectView }) {
  const t = useTranslations("project.page");
  const { slug, state, needs, viewer, isWithheld } = project;
  if (viewer?.isOwner)
    return (
      <>
        <LinkButton look="primary" href={{ pathname: "/projects/[slug]/manage", params: { slug } }}>
          {t("manage")}
        </LinkButton>
        {isAtWork(project) ? <ToWork slug={slug} look="neutral" /> : null}
      </>
    );
  if (isAtWork(project)) return <ToWork slug={slug} look="primary" />;
  if (isWithheld) return null;
  if (state === "IDEA" && !viewer?.dream.isIn)
    return (
      <LinkButton look="primary" href={{ pathname: "/projects/[slug]/join", params: { slug } }}>
        {t("join")}
      </LinkButton>
    );
  const hasFree = needs.some(({ seats, accepted }) => accepted < seats);
  if (!isOpenToOffers(state) || !hasFree) return null;
  return (
    <AnchorButton look="primary" href="#seats">
      {t("takeSeat")}
    </AnchorButton>
  );
}
