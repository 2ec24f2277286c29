import { pause } from "../../scripts/lib/processes.mjs";
import { visitor } from "../ground/visitor.mjs";
import { ACTS } from "./acts.mjs";

const WRITERS = 8;
const AGAIN_MS = 150;
const PATIENCE_MS = 60_000;
/** One form in so many is left alone at some moment before its answer may be expected. */
const HURRIED_EVERY = 6;
/** Of so many answers that were lost one is never asked for again. */
const ABANDONED_EVERY = 4;

/**
 * Eight who write through the pages, each with people of their own, until told to stop; `ledger` keeps what they were
 * answered. Whoever gets no answer, or hears of a fault, sends the same form again until there is one, or gives it up.
 */
export function startWriters({ origin, world, ledger }) {
  let isOver = false;
  const one = async (number) => {
    const own = world.members.filter((_, i) => i % WRITERS === number);
    for (let turn = 0; !isOver; turn++) {
      const { cookie, memberId } = own[turn % own.length];
      const slug = world.slugs[Math.floor(turn / own.length)];
      if (slug === undefined) return;
      await life({ origin, cookie, memberId, slug, papers: world.papers, ledger, isOver: () => isOver });
    }
  };
  const all = Promise.all(Array.from({ length: WRITERS }, (_, number) => one(number)));
  return {
    stop: () => {
      isOver = true;
      return all;
    },
  };
}

/**
 * One person in one association: in, in once more (which must be refused), a new pledge, a project, a task and something done for it,
 * an idea, out.
 */
async function life({ origin, cookie, memberId, slug, papers, ledger, isOver }) {
  const person = { ...visitor(cookie), cookie, origin, papers, ledger, isOver };
  const twice = [await fillIn(person, "join", { slug }), await fillIn(person, "join", { slug })];
  for (const filled of twice) await submit(person, filled);
  await submit(person, await fillIn(person, "renew", { slug }));
  const proposed = await submit(person, await fillIn(person, "propose", {}));
  const project = /\/progetti\/([^/?]+)/.exec(proposed?.location ?? "")?.[1];
  for (const act of project ? ["task", "contribute"] : []) await submit(person, await fillIn(person, act, { project }));
  await submit(person, await fillIn(person, "dream", {}));
  await submit(person, await fillIn(person, "leave", { slug, mark: `${slug} ${memberId}` }));
}

/** The form of an act as its page gives it, filled in; null where the page has none, or the run ends first. */
async function fillIn({ formOn, origin, papers, ledger, isOver }, act, { mark = ledger.newMark(), ...place }) {
  const { pathOf, having, fieldsOf } = ACTS[act];
  while (!isOver()) {
    const given = { fields: fieldsOf(mark, { papers }), having };
    const page = await formOn(`${origin}${pathOf(place)}`, given).catch(() => "lost");
    if (page !== "lost") return page && { act, mark, ...page };
    await pause(AGAIN_MS);
  }
  return null;
}

/** Somebody on a train: the form arrives, and the answer often does not. */
const patienceFor = ({ number, isLost }, usualMs) =>
  isLost || number % HURRIED_EVERY > 0 ? undefined : (0.5 + Math.random()) * usualMs;

/** «Not found» is an answer too. */
const isKnown = ({ outcome, status = 0 }) => outcome === "ok" || outcome === "told" || (status >= 400 && status < 500);

async function submit({ send, ledger, cookie }, filled) {
  if (!filled) return null;
  const record = ledger.open({ ...filled, cookie });
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const began = Date.now();
    const ending = await send(filled, patienceFor(record, ledger.usualMs())).catch(() => ({ outcome: "lost" }));
    if (isKnown(ending)) return ledger.close(record, { ...ending, milliseconds: Date.now() - began });
    const isGivenUp = !record.isLost && ledger.lose(record) % ABANDONED_EVERY === 0;
    if (isGivenUp) return null;
    await pause(AGAIN_MS);
  }
  return null;
}
