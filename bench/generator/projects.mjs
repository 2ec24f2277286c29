import { associationAt } from "./associations.mjs";
import { idOf, KINDS, stampOf } from "./calendar.mjs";
import { chanceOf, weighted, zipf } from "./chance.mjs";
import { contributionsOf, deedsOf, monthsOf, offersOf, sittersOf } from "./deeds.mjs";
import { memberId } from "./members.mjs";

const NEEDS = 3;
const DELIVERABLES = 2;
const STATES = [
  ...[
    ["PROPOSED", 30],
    ["FEASIBILITY", 15],
    ["ACTIVE", 30],
  ],
  ...[
    ["SUSPENDED", 5],
    ["COMPLETED", 15],
    ["ABANDONED", 5],
  ],
];
const STARTED = new Set(["ACTIVE", "SUSPENDED", "COMPLETED"]);
const drawState = weighted(STATES, ([, weight]) => weight);

/** Who a project is of, since when, and how far it is. Large associations have more of them. */
function projectAt(world, p) {
  const chance = chanceOf(world.seed, "project", p);
  const isShared = chance.is(0.8);
  const association = isShared ? world.associationAt(world.drawAssociation(chance)) : null;
  const owner = association ? association.members[0] : chance.below(world.members);
  const createdAt = world.calendar.within(chance, association?.foundedAt ?? world.calendar.arrival(owner));
  const [state] = drawState(chance);
  const changedAt = world.calendar.within(chance, createdAt);
  const isMembersOnly = association !== null && chanceOf(world.seed, "sight", p).is(0.1);
  return {
    ...{ p, owner, isMembersOnly, isStarted: STARTED.has(state) },
    id: idOf(KINDS.project, createdAt, p),
    ownerId: memberId(world, owner),
    association,
    createdAt,
    state,
    changedAt,
  };
}

function projectOf(world, p) {
  const { vocabulary, seed } = world;
  const { id, ownerId, association, createdAt, state, changedAt, isMembersOnly } = projectAt(world, p);
  const chance = chanceOf(seed, "project words", p);
  const title = vocabulary.projectTitle(chance);
  const kind = association ? "THEMATIC" : chance.pick(["PERSONAL", "PROFESSIONAL"]);
  const words = [
    `${title}: cominciare in pochi e finire.`,
    "Si parte da un incontro, poi si decide.",
    "Chi abita qui",
    "it",
  ];
  const changed = stampOf(changedAt);
  const times = [stampOf(createdAt), STARTED.has(state) ? changed : null, state === "COMPLETED" ? changed : null];
  const result = state === "COMPLETED" ? "Il risultato è in uso da due associazioni." : "";
  const head = [id, `progetto-${p + 1}`, title, association?.id ?? null, ownerId, kind, state];
  return [[...head, ...words, vocabulary.place(chance).slug, isMembersOnly, ...times, result]];
}

function transitionsOf(world, p) {
  const { id, ownerId, createdAt, state, changedAt } = projectAt(world, p);
  const step = (i, from, to, at) => [idOf(KINDS.transition, at, p * 2 + i), id, from, to, ownerId, stampOf(at)];
  const first = step(0, null, "PROPOSED", createdAt);
  return state === "PROPOSED" ? [first] : [first, step(1, "PROPOSED", state, changedAt)];
}

function deliverablesOf(world, p) {
  const { id, createdAt } = projectAt(world, p);
  return Array.from({ length: DELIVERABLES }, (_, i) => {
    const own = idOf(KINDS.deliverable, createdAt, p * DELIVERABLES + i);
    return [own, id, i, i === 0 ? "Una prima versione da provare" : "Il racconto di come è andata"];
  });
}

function needsAt(world, { p, createdAt }) {
  const chance = chanceOf(world.seed, "need", p);
  return Array.from({ length: NEEDS }, (_, i) => {
    const competence = world.vocabulary.competence(chance);
    const id = idOf(KINDS.need, createdAt, p * NEEDS + i);
    const what = { title: competence.label.it, competenceId: competence.id, seats: chance.between(1, 3) };
    // By then most seats of what began long ago are no longer asked for.
    const due = chance.is(0.5) ? world.calendar.dayAfter(world.calendar.end, chance.between(-60, 120)) : null;
    return { id, ...what, isCritical: i === 0, due };
  });
}

/** A project with those who sit in it. */
function heldAt(world, p) {
  const project = projectAt(world, p);
  const sitters = sittersOf(world, { ...project, needs: needsAt(world, project) });
  return { ...project, sitters, months: sitters.length > 0 ? monthsOf(world, project) : 0 };
}

function needsOf(world, p) {
  const { id: projectId, sitters, ...project } = heldAt(world, p);
  return needsAt(world, project).map(({ id, title, competenceId, seats, isCritical, due }, i) => {
    const taken = sitters.filter(({ needId }) => needId === id).length;
    return [id, projectId, i, "ROLE", title, competenceId, seats, isCritical, due, taken];
  });
}

/** Deeds a month of work, so that all projects together have as many as the world asks for, as far as the limit of each lets them. */
function shareOf(world) {
  if (world.contributions === 0) return 0;
  const all = Array.from({ length: world.projects }, (_, p) => heldAt(world, p)).filter(({ months }) => months > 0);
  const sumOf = (share) => all.reduce((sum, project) => sum + deedsOf(project, share), 0);
  let share = world.contributions / Math.max(1, sumOf(1));
  for (let i = 0; i < 8; i++) share *= world.contributions / Math.max(1, sumOf(share));
  return share;
}

/** The tables of projects. */
export function projectTables(shared) {
  const known = Array.from({ length: shared.associations }, () => null);
  const drawAssociation = zipf(known.map((_, k) => k));
  const world = { ...shared, drawAssociation, associationAt: (k) => (known[k] ??= associationAt(shared, k)) };
  const each = (rowsOf) =>
    function* rows() {
      for (let p = 0; p < world.projects; p++) yield* rowsOf(world, p);
    };
  return [
    {
      table: "Project",
      columns: [
        ...["id", "slug", "title", "associationId", "ownerId", "kind", "state", "purpose", "description", "forWhom"],
        ...["contentLocale", "placeSlug", "isMembersOnly", "createdAt", "startedAt", "concludedAt", "result"],
      ],
      rows: each(projectOf),
    },
    {
      table: "ProjectTransition",
      columns: ["id", "projectId", "from", "to", "actorId", "at"],
      rows: each(transitionsOf),
    },
    { table: "Deliverable", columns: ["id", "projectId", "position", "title"], rows: each(deliverablesOf) },
    {
      table: "Need",
      columns: [
        "id",
        "projectId",
        "position",
        "kind",
        "title",
        "competenceId",
        "seats",
        "isCritical",
        "dueOn",
        "taken",
      ],
      rows: each(needsOf),
    },
    {
      table: "NeedOffer",
      columns: [
        ...["id", "needId", "memberId", "brings", "competenceId", "state", "offeredAt", "decidedAt", "decidedById"],
      ],
      rows: each((_, p) => offersOf(world, heldAt(world, p))),
    },
    {
      table: "Contribution",
      columns: [
        ...[
          "id",
          "memberId",
          "projectId",
          "associationId",
          "kind",
          "title",
          "minutes",
          "doneOn",
          "state",
          "declaredAt",
        ],
        ...["confirmedById", "confirmedAt"],
      ],
      *rows() {
        const share = shareOf(world);
        for (let p = 0; p < world.projects; p++) yield* contributionsOf(world, { ...heldAt(world, p), share });
      },
    },
  ];
}
