import { addDays } from "@/lib/core/duration";
import * as asks from "./asks";
import * as carriers from "./carriers";
import * as course from "./course";
import * as deeds from "./deeds";
import * as dreams from "./dreams";
import * as hands from "./hands";
import * as leaving from "./leaving";
import * as seats from "./seats";
import * as tasks from "./tasks";
import { NEEDS, type Op, taken, type World } from "./world";

function tick(world: World, { days }: Op): string {
  world.now = addDays(world.now, days);
  return "ok";
}

function jobs(world: World): string {
  deeds.lapse(world);
  asks.lapse(world);
  return "ok";
}

const STEPS = {
  ...{ move: course.move, conclude: course.conclude },
  ...{ offer: seats.offer, accept: seats.accept, decline: seats.decline, withdraw: seats.withdraw },
  ...{ declare: deeds.declare, confirm: deeds.confirm, reject: deeds.reject, close: deeds.close },
  ...{ handOver: hands.handOver, answerHandover: hands.answerHandover, keep: hands.keep, adopt: hands.adopt },
  leave: leaving.leaveAssociation,
  ...{ join: dreams.join, stepBack: dreams.stepBack, become: dreams.become, answerSeat: dreams.answerSeat },
  ...{ invite: dreams.invite, declineInvitation: dreams.declineInvitation },
  withdrawInvitation: dreams.withdrawInvitation,
  ...{ addTask: tasks.addTask, takeTask: tasks.takeTask, moveTask: tasks.moveTask, giveBack: tasks.giveBack },
  ...{ askForTask: tasks.askForTask, answerTask: tasks.answerTask, withdrawTaskAsk: tasks.withdrawTaskAsk },
  ...{ ask: asks.ask, cover: asks.cover, notNow: asks.notNow, withdrawAsk: asks.withdrawAsk },
  ...{ askCoHost: carriers.askCoHost, answerCoHost: carriers.answerCoHost, withdrawCoHost: carriers.withdrawCoHost },
  ...{ leaveCoHosting: carriers.leaveCoHosting, letGo: carriers.letGo, offerLead: carriers.offerLead },
  ...{ leaveLead: carriers.leaveLead, withdrawLead: carriers.withdrawLead, takeLead: carriers.takeLead },
  ...{ jobs, tick },
};
export type Kind = keyof typeof STEPS;
export type Step = Op & { readonly kind: Kind };

/** Takes a step: «ok», or the code of the refusal that must come. */
export const predict = (world: World, op: Step): string => STEPS[op.kind](world, op);

/** What can be seen of it, as plain values. */
export const picture = (world: World) => ({
  ...{ state: world.state, owner: world.owner, lead: world.lead },
  taken: world.hasSeats ? NEEDS.map((_, need) => taken(world, need)) : [],
  offers: world.offers.map(({ who, need, state }) => ({ who, need, state })),
  promises: world.promises.map(({ offer: { who }, state }) => ({ who, state })),
  deeds: world.deeds.map(({ who, where, state, by }) => ({ who, where, state, by })),
  handovers: world.handovers.map(({ to, by, state }) => ({ to, by, state })),
  dreams: world.dreams.map(({ who, isCompetence, isIn }) => ({ who, isCompetence, isIn })),
  invitations: world.invitations.map(({ to, by, state }) => ({ to, by, state })),
  seatAsks: byWho(world.seatAsks.map(({ dream: { who }, need, state }) => ({ who, need, state }))),
  tasks: world.tasks.map(({ owner, state }) => ({ owner, state })),
  taskAsks: world.taskAsks.map(({ task, to, by, state }) => ({ task: world.tasks.indexOf(task), to, by, state })),
  asks: world.asks.map(({ to, by, need, state }) => ({ to, by, need, state })),
  hostings: world.hostings.map(({ group, state }) => ({ group, state })),
  leads: world.leads.map(({ from, isLeaving, state }) => ({ from, isLeaving, state })),
});
export type Picture = ReturnType<typeof picture>;

/** Those asked at one instant, in an order of their own. */
export const byWho = <Row extends { readonly who: number }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => a.who - b.who);
