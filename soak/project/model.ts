import { addDays } from "@/lib/core/duration";
import * as course from "./course";
import * as deeds from "./deeds";
import * as hands from "./hands";
import * as seats from "./seats";
import { NEEDS, type Op, taken, type World } from "./world";

function tick(world: World, { days }: Op): string {
  world.now = addDays(world.now, days);
  return "ok";
}

const STEPS = {
  ...{ move: course.move, conclude: course.conclude },
  ...{ offer: seats.offer, accept: seats.accept, decline: seats.decline, withdraw: seats.withdraw },
  ...{ declare: deeds.declare, confirm: deeds.confirm, reject: deeds.reject, close: deeds.close },
  ...{ handOver: hands.handOver, answerHandover: hands.answerHandover, keep: hands.keep },
  ...{ jobs: deeds.jobs, tick },
};
export type Kind = keyof typeof STEPS;
export type Step = Op & { readonly kind: Kind };

/** Takes a step: «ok», or the code of the refusal that must come. */
export const predict = (world: World, op: Step): string => STEPS[op.kind](world, op);

/** What can be seen of it, as plain values. */
export const picture = (world: World) => ({
  ...{ state: world.state, owner: world.owner, taken: NEEDS.map((_, need) => taken(world, need)) },
  offers: world.offers.map(({ who, need, state }) => ({ who, need, state })),
  promises: world.promises.map(({ offer: { who }, state }) => ({ who, state })),
  deeds: world.deeds.map(({ who, state, by }) => ({ who, state, by })),
  handovers: world.handovers.map(({ to, by, state }) => ({ to, by, state })),
});
export type Picture = ReturnType<typeof picture>;
