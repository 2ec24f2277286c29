import { addDays } from "@/lib/core/duration";
import type { Kind, Step } from "./model";
import type { Drawn } from "./op";
import {
  AGAIN_DAYS,
  carriers,
  GROUPS,
  HIDDEN,
  isIn,
  NEEDS,
  newest,
  PEOPLE,
  type Person,
  taken,
  type World,
} from "./world";

/** Statements hold for so long: no life is longer. */
const LONGEST_DAYS = 300;

const OWNERS: readonly Kind[] = [
  ...(["move", "conclude", "accept", "decline", "handOver", "keep", "invite", "withdrawInvitation", "become"] as const),
  ...(["ask", "withdrawAsk", "askCoHost", "withdrawCoHost", "letGo", "offerLead"] as const),
];

/** Of which the newest that fits is meant, where there is one. */
const nthOf = <T>(all: readonly T[], fits: (one: T) => boolean): number | undefined => {
  const place = all.findLastIndex(fits);
  return place === -1 ? undefined : all.length - 1 - place;
};
const nthIn = (all: readonly { readonly state: string }[], ...states: readonly string[]) =>
  nthOf(all, ({ state }) => states.includes(state));

/** Which row a step is most likely about. */
function placeOf(world: World, kind: Kind): number | undefined {
  const { offers, promises, deeds, invitations, tasks, taskAsks, asks, hostings } = world;
  const places: Partial<Record<Kind, () => number | undefined>> = {
    accept: () => nthIn(offers, "WAITING", "QUEUED"),
    decline: () => nthIn(offers, "WAITING"),
    close: () => nthIn(promises, "OPEN"),
    ...{ confirm: () => nthIn(deeds, "DECLARED"), reject: () => nthIn(deeds, "DECLARED") },
    withdrawInvitation: () => nthIn(invitations, "OPEN"),
    takeTask: () => nthOf(tasks, ({ owner, state }) => owner === null && state !== "DONE" && state !== "DROPPED"),
    ...{ giveBack: () => nthIn(tasks, "TODO", "DOING"), askForTask: () => nthIn(tasks, "TODO", "DOING") },
    ...{ answerTask: () => nthIn(taskAsks, "ASKED"), withdrawTaskAsk: () => nthIn(taskAsks, "ASKED") },
    ...{ cover: () => nthIn(asks, "OPEN"), notNow: () => nthIn(asks, "OPEN"), withdrawAsk: () => nthIn(asks, "OPEN") },
    ...{ answerCoHost: () => nthIn(hostings, "ASKED"), withdrawCoHost: () => nthIn(hostings, "ASKED") },
    ...{ leaveCoHosting: () => nthIn(hostings, "CARRYING"), letGo: () => nthIn(hostings, "CARRYING") },
    takeLead: () => nthIn(hostings, "CARRYING"),
  };
  return places[kind]?.();
}

/** What has to happen before a step finds what it is about. */
const BEFORE: Partial<Record<Kind, Kind>> = {
  ...{ accept: "offer", decline: "offer", withdraw: "offer", close: "accept", confirm: "declare", reject: "declare" },
  ...{ handOver: "accept", answerHandover: "handOver", keep: "handOver" },
  ...{ become: "join", answerSeat: "become", declineInvitation: "invite", withdrawInvitation: "invite" },
  ...{ takeTask: "addTask", moveTask: "addTask", giveBack: "addTask", askForTask: "addTask" },
  ...{ answerTask: "askForTask", withdrawTaskAsk: "askForTask" },
  ...{ cover: "ask", notNow: "ask", withdrawAsk: "ask" },
  ...{ answerCoHost: "askCoHost", withdrawCoHost: "askCoHost", leaveCoHosting: "answerCoHost", letGo: "answerCoHost" },
  ...{ offerLead: "answerCoHost", leaveLead: "answerCoHost", takeLead: "offerLead", withdrawLead: "leaveLead" },
};

function isReady(world: World, kind: Kind): boolean {
  const { offers, handovers, tasks, dreams, seatAsks, hostings, leads, state } = world;
  const has = (rows: readonly { readonly state: string }[], one: string) => nthIn(rows, one) !== undefined;
  const ways: Partial<Record<Kind, () => boolean>> = {
    withdraw: () => offers.length > 0,
    moveTask: () => tasks.length > 0,
    handOver: () => seated(world).some((who) => who !== world.owner),
    ...{ answerHandover: () => has(handovers, "OFFERED"), keep: () => has(handovers, "OFFERED") },
    become: () => state !== "IDEA" || dreams.filter(({ isIn }) => isIn).length > 1,
    answerSeat: () => state !== "IDEA" || has(seatAsks, "OPEN"),
    ...{ offerLead: () => has(hostings, "CARRYING"), leaveLead: () => has(hostings, "CARRYING") },
    ...{ takeLead: () => has(leads, "OFFERED"), withdrawLead: () => has(leads, "OFFERED") },
  };
  return ways[kind]?.() ?? placeOf(world, kind) !== undefined;
}

/** The step itself, or the one that has to come before. */
function possible(world: World, kind: Kind): Kind {
  if (kind === "leave" && world.members.length === 0) return "declare";
  const before = BEFORE[kind];
  return before && !isReady(world, kind) ? possible(world, before) : kind;
}

/** Whom a step is most likely taken by. */
function actorOf(world: World, { kind, nth, whom }: Step): Person | undefined {
  const { offers, promises, dreams, invitations, seatAsks, handovers, tasks, taskAsks, asks, hostings, lead } = world;
  if (OWNERS.includes(kind)) return world.owner;
  const steward = (group: number | null | undefined) => GROUPS[group ?? -1]?.[0];
  const hosting = steward(newest(hostings, nth)?.group);
  const worker = newest(tasks, nth)?.owner ?? participant(world, whom);
  const actors: Partial<Record<Kind, Person | undefined>> = {
    withdraw: newest(offers, nth)?.who,
    close: newest(promises, nth)?.offer.who,
    declare: participant(world, whom),
    ...{ confirm: witness(world, nth), reject: witness(world, nth) },
    answerHandover: handovers.at(-1)?.to,
    ...{ join: other(dreams, whom), stepBack: newest(dreams, nth)?.who },
    declineInvitation: invitations.findLast(({ state }) => state === "OPEN")?.to,
    answerSeat: seatAsks.find(({ state }) => state === "OPEN")?.dream.who,
    ...{ addTask: participant(world, whom), takeTask: participant(world, whom) },
    ...{ moveTask: worker, giveBack: worker, askForTask: worker },
    ...{ answerTask: newest(taskAsks, nth)?.to, withdrawTaskAsk: newest(taskAsks, nth)?.by },
    ...{ cover: newest(asks, nth)?.to, notNow: newest(asks, nth)?.to },
    ...{ answerCoHost: hosting, leaveCoHosting: hosting, takeLead: hosting },
    ...{ adopt: steward(lead), leave: [world.owner, steward(lead), participant(world, whom), whom][nth] },
    ...{ leaveLead: steward(lead), withdrawLead: steward(lead) },
  };
  return actors[kind];
}

const seated = ({ offers }: World) => offers.filter(({ state }) => state === "ACCEPTED").map(({ who }) => who);
const participants = (world: World): Person[] => [...new Set([world.owner, ...seated(world)])];
const participant = (world: World, any: number): Person | undefined => {
  const all = participants(world);
  return all[any % all.length];
};
/** The next after one who is not among these. */
const other = (rows: readonly { readonly who: Person }[], any: number): Person | undefined =>
  Array.from({ length: PEOPLE - 1 }, (_, i) => 1 + ((any + i) % (PEOPLE - 1))).find((one) =>
    rows.every(({ who }) => who !== one),
  );
/** A need with a seat that nobody sits in. */
function seatOf(world: World): Partial<Step> {
  const need = NEEDS.findIndex(({ seats }, place) => taken(world, place) < seats);
  return need === -1 ? {} : { need };
}
/** Somebody else who takes part. */
const witness = (world: World, nth: number): Person | undefined =>
  participants(world).find((one) => one !== newest(world.deeds, nth)?.who);

type Again = { readonly about: Partial<Step>; readonly since: Date };

/** Where a «no» is drawn, the same is asked once more of whoever said no last; null where nobody did. */
function onceMore(world: World, { kind, isYes }: Step): Again | null {
  const { offers, handovers, invitations, asks, taskAsks, tasks, hostings } = world;
  const last = <Row extends No>(rows: readonly Row[], about: (row: Row) => Partial<Step>) => {
    const no = rows.findLast(({ state }) => NO.includes(state));
    const since = no?.closedAt ?? no?.answeredAt;
    return () => (no && since ? { about: about(no), since } : null);
  };
  const ways: Partial<Record<Kind, () => Again | null>> = {
    offer: last(offers, ({ who, need }) => ({ who, need })),
    handOver: last(handovers, ({ to: whom }) => ({ whom })),
    invite: last(invitations, ({ to: whom }) => ({ whom })),
    ask: last(asks, ({ to: whom }) => ({ whom, ...seatOf(world) })),
    askCoHost: last(hostings, ({ group }) => ({ group })),
    askForTask: last(taskAsks, ({ by, to, task }) => ({
      ...{ who: by, whom: to },
      nth: tasks.length - 1 - tasks.indexOf(task),
    })),
  };
  return isYes ? null : (ways[kind]?.() ?? null);
}

type No = { readonly state: string; readonly closedAt?: Date | null; readonly answeredAt?: Date | null };
const NO = ["DECLINED", "LAPSED", "REFUSED", "NOT_NOW"];

/** The last day on which that is too soon, or the first on which it is not. */
const waited = ({ now }: World, { since }: Again, isSoon: boolean) =>
  (addDays(since, isSoon ? AGAIN_DAYS - 1 : AGAIN_DAYS).getTime() - now.getTime()) / addDays(new Date(0), 1).getTime();

/** To whom it is put, and where it goes. */
function endOf(world: World, { kind, whom, who }: Step): Partial<Step> {
  if (kind === "handOver") return { whom: seated(world)[0] ?? whom };
  if (kind === "leave") return groupOf((group) => isIn(world, group, who));
  if (kind === "askForTask") return { whom: participants(world).find((one) => one !== who && one !== whom) ?? whom };
  const open = world.asks.filter(({ state }) => state === "OPEN").map(({ to }) => ({ who: to }));
  if (kind === "ask")
    return { whom: other([...open, ...world.offers, { who: HIDDEN }], whom) ?? whom, ...seatOf(world) };
  if (kind === "askCoHost") return groupOf((group) => !carriers(world).includes(group));
  return kind === "move" ? { to: NEXT[world.state] ?? "ACTIVE" } : {};
}

/** The first association that fits, if any does. */
function groupOf(fits: (group: number) => boolean): Partial<Step> {
  const group = GROUPS.findIndex((_, place) => fits(place));
  return group === -1 ? {} : { group };
}

const NEXT: Partial<Record<World["state"], Step["to"]>> = {
  PROPOSED: "FEASIBILITY",
  FEASIBILITY: "ACTIVE",
  SUSPENDED: "ACTIVE",
};

function aimed(world: World, drawn: Step): Step[] {
  const kind = possible(world, drawn.kind);
  const which = { ...drawn, kind, nth: placeOf(world, kind) ?? drawn.nth };
  const whose = { ...which, who: actorOf(world, which) ?? which.who };
  const again = onceMore(world, whose);
  if (!again) return [{ ...whose, ...endOf(world, whose) }];
  const days = waited(world, again, drawn.nth < 2);
  const wait: Step[] = days > 0 ? [{ ...drawn, kind: "tick", days }] : [];
  return [...wait, { ...whose, ...again.about }];
}

/** The step as it was drawn, or as it fits what there is: at times after a wait. */
export function fitted(world: World, { fits, ...step }: Drawn, begins: Date): Step[] {
  const end = addDays(begins, LONGEST_DAYS);
  const isLong = (days: number) => addDays(world.now, days) > end;
  return (fits ? aimed(world, step) : [step]).map((one) => (isLong(one.days) ? { ...one, days: 0 } : one));
}
