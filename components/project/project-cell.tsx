import { useTranslations } from "next-intl";
import { ProjectEmblem } from "@/components/ui/emblem";
import { Day } from "@/components/ui/moment";
import { glyphsOf, State, Tiles, type Tone } from "@/components/ui/tiles";
import { Who } from "@/components/ui/who";
import { Link } from "@/lib/i18n/navigation";
import type { CardNeed, ProjectCard } from "@/lib/project/listing/types";
import { coverageOf, isOpenToOffers, shareCovered } from "@/lib/project/rules";
import type { Coverage, ProjectState } from "@/lib/project/types";

const OPEN_SHOWN = 3;
export const TONES: Readonly<Record<ProjectState, Tone>> = {
  IDEA: "soft",
  PROPOSED: "ask",
  FEASIBILITY: "ask",
  ACTIVE: "done",
  SUSPENDED: "wait",
  COMPLETED: "done",
  ABANDONED: "soft",
};

/** A project as a cell of a list: emblem, whose it is, what for, how far its seats are covered, what it still needs. */
export function ProjectCell({ project }: { project: ProjectCard }) {
  const coverage = coverageOf(project.needs);
  const { slug, title, association, owner } = project;
  const values = association?.values ?? owner?.values ?? [];
  return (
    <li>
      <Who
        isTop
        level={2}
        tile={<ProjectEmblem slug={slug} values={values} covered={shareCovered(coverage)} side={64} />}
        name={<Link href={{ pathname: "/projects/[slug]", params: { slug } }}>{title}</Link>}
        lines={[<Whose key="whose" project={project} />, <Standing key="standing" project={project} />]}
      />
      <p lang={project.locale}>{project.purpose}</p>
      <div>
        {project.people ? <Gathering people={project.people} /> : <Covered coverage={coverage} />}
        {isOpenToOffers(project.state) ? <OpenSeats needs={project.needs} /> : null}
      </div>
    </li>
  );
}

/** How many people dream an idea, of how many it waits for. */
function Gathering({ people: { count, needed } }: { people: NonNullable<ProjectCard["people"]> }) {
  const t = useTranslations("project.list");
  return (
    <p className="row row--tight meta">
      <Tiles glyphs={glyphsOf({ full: Math.min(count, needed), empty: Math.max(0, needed - count) })} />
      <span>{count < needed ? t("people", { people: count, needed }) : t("peopleEnough", { people: count })}</span>
    </p>
  );
}

function Covered({ coverage: { critical, criticalTaken } }: { coverage: Coverage }) {
  const t = useTranslations("project.list");
  return (
    <p className="row row--tight meta">
      <Tiles glyphs={glyphsOf({ full: criticalTaken, empty: critical - criticalTaken })} />
      <span>{critical === 0 ? t("noCritical") : t("covered", { taken: criticalTaken, seats: critical })}</span>
    </p>
  );
}

function Whose({ project: { association, coHosts, owner } }: { project: ProjectCard }) {
  const t = useTranslations("project.list");
  if (association) return [association, ...coHosts].map(({ name }) => name).join(" · ");
  return owner ? t("proposedBy", { name: owner.name }) : t("noAssociation");
}

function Standing({ project }: { project: ProjectCard }) {
  const t = useTranslations("project");
  return (
    <span className="row row--tight">
      <State tone={TONES[project.state]}>{t(`state.${project.state}`)}</State>
      {project.isMembersOnly ? <span>{t("membersOnly")}</span> : null}
      {project.nextDue ? (
        <span>{t.rich("list.nextDue", { day: () => <Day on={project.nextDue ?? ""} look="dated" /> })}</span>
      ) : null}
    </span>
  );
}

function OpenSeats({ needs }: { needs: readonly CardNeed[] }) {
  const t = useTranslations("project.list");
  const open = needs.filter(({ seats, accepted }) => accepted < seats);
  const critical = open.filter(({ isCritical }) => isCritical);
  const shown = (critical.length > 0 ? critical : open).slice(0, OPEN_SHOWN);
  if (shown.length === 0) return null;
  return (
    <dl className="swap mt-4">
      <dt className="ask">{critical.length > 0 ? t("open") : t("openUseful")}</dt>
      <dd>
        {shown.map(({ title }) => title).join(" · ")}
        {open.length > shown.length ? ` ${t("more", { count: open.length - shown.length })}` : null}
      </dd>
    </dl>
  );
}
