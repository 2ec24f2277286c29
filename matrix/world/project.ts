import type { Actor } from "@/lib/auth/actor";
import { closeCommitment } from "@/lib/contribution/commitment/commands";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { concludeProject, moveProject } from "@/lib/project/commands";
import { acceptOffer, offerToNeed } from "@/lib/project/offer/commands";
import { proposeProject } from "@/lib/project/proposal/commands";
import type { ProjectState } from "@/lib/project/types";
import { aMemberOf } from "@/lib/testing/associations";
import { aNeed, aProposal } from "@/lib/testing/projects";
import { somebody } from "./people";
import { done, type Place } from "./place";

const RESULT = "Il lavatoio è coperto e aperto due giorni a settimana, da ieri e fino all’estate.";
const WAY = ["FEASIBILITY", "ACTIVE"] as const;

export type Project = {
  readonly slug: string;
  readonly owner: Actor;
  /** Sits on its one critical need. */
  readonly seated: Actor;
  /** That need, and one with two seats that nobody has. */
  readonly needIds: readonly string[];
  readonly deliverableId: string;
};

type Making = {
  /** Null for a personal project. */
  readonly place: Place | null;
  readonly state?: Exclude<ProjectState, "IDEA">;
  readonly isHidden?: boolean;
  /** Whether what the one in the seat took on has been closed. */
  readonly isResolved?: boolean;
};

/** A project proposed ten days ago, with somebody in a seat, brought to a state as its owner brings it there. */
export async function aProject({
  place,
  state = "ACTIVE",
  isHidden = false,
  isResolved = false,
}: Making): Promise<Project> {
  const [owner, seated] = [await newcomer(place), await newcomer(place)];
  const due = dayOf(addDays(new Date(), 120));
  const proposal = aProposal({
    ...{ association: place?.slug ?? null, isMembersOnly: isHidden },
    needs: [aNeed({ due }), aNeed({ row: 1, title: "Qualcuno che sappia di tetti", isCritical: false, seats: 2, due })],
    deliverables: [{ row: 0, title: "Un luogo coperto", due }],
  });
  const { slug } = done(await proposeProject(owner, proposal, addDays(new Date(), -10)));
  const { needs, deliverables } = await db.project.findUniqueOrThrow({
    where: { slug },
    select: { needs: { orderBy: { position: "asc" }, select: { id: true } }, deliverables: { select: { id: true } } },
  });
  const needIds = needs.map(({ id }) => id);
  const project = { slug, owner, seated, needIds, deliverableId: deliverables[0]?.id ?? "" };
  done(await acceptOffer(owner, { offerId: await anOfferBy(seated, needIds[0]) }));
  if (isResolved || state === "COMPLETED") await resolve(seated);
  await bring(project, state);
  return project;
}

export const newcomer = (place: Place | null): Promise<Actor> => (place ? aMemberOf(place.id) : somebody());

/** An offer of a competence that everybody here has. */
export async function anOfferBy(person: Actor, needId = ""): Promise<string> {
  const brought = {
    brings: "COMPETENCE" as const,
    competence: "project-management",
    contact: "",
    message: "",
    hours: null,
  };
  return done(await offerToNeed(person, { needId, ...brought })).offerId;
}

async function resolve(subject: Actor): Promise<void> {
  const { id: commitmentId } = await commitmentOf(subject);
  done(await closeCommitment(subject, { commitmentId, outcome: "PARTLY", note: "" }));
}

export const commitmentOf = ({ memberId }: Actor) =>
  db.commitment.findFirstOrThrow({ where: { memberId }, select: { id: true } });

async function bring({ slug, owner }: Project, state: ProjectState): Promise<void> {
  if (state === "PROPOSED") return;
  const steps = state === "FEASIBILITY" ? WAY.slice(0, 1) : WAY;
  for (const to of steps) done(await moveProject(owner, { slug, to }));
  if (state === "COMPLETED") done(await concludeProject(owner, { slug, result: RESULT, lessons: "", links: [] }));
  else if (state === "SUSPENDED" || state === "ABANDONED") done(await moveProject(owner, { slug, to: state }));
}
