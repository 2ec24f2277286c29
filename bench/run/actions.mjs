import { Problem } from "../../scripts/lib/problem.mjs";
import { cpuOf } from "../measure/cpu.mjs";
import { formOf } from "../measure/form.mjs";
import { peopleFor } from "./people.mjs";

const DAY_MS = 86_400_000;
const later = () => new Date(Date.now() + 90 * DAY_MS).toISOString().slice(0, 10);
const stances = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`stances.${i}.stance`, "SHARED"]));

/** Each act: the page with its form, what somebody types there, and a field by which the form is known. */
const ACTS = {
  empty: { pathOf: () => "/bench/action", fields: () => ({}) },
  join: {
    pathOf: ({ slug }) => `/associazioni/${slug}/candidati`,
    having: "charterHash",
    fields: () => ({
      ...stances,
      kinds: "TIME",
      hours: "4",
      untilOn: later(),
      statement: "Quattro ore al mese, di sera: preparo gli incontri e ne scrivo il verbale.",
      accepts: "on",
    }),
  },
  propose: {
    pathOf: () => "/progetti/nuovo",
    having: "purpose",
    fields: () => ({
      title: "Un orto dietro la stazione",
      purpose: "Dare a venti famiglie un pezzo di terra e una cassetta di attrezzi in comune.",
      "needs.0.title": "Chi sappia di irrigazione",
      "needs.0.isCritical": "on",
      "deliverables.0.title": "Le prime dieci aiuole, seminate",
    }),
  },
  contribute: {
    pathOf: ({ slug }) => `/progetti/${slug}/contributi`,
    having: "doneOn",
    fields: () => ({ title: "Ho scritto il primo piano dei lavori", hours: "3" }),
  },
};

/**
 * CPU time of each act, sent as a form without script, beside an action that does nothing: each by somebody who has never done
 * it, round by round. Pages are fetched before the clock starts.
 */
export async function timeActs(application, { postmaster, options }) {
  const { acts: count, rounds } = options;
  const people = await peopleFor(application.url, count * (rounds + 1));
  const taken = Object.fromEntries(Object.keys(ACTS).map((act) => [act, []]));
  for (let round = 0; round <= rounds; round++)
    for (const act of Object.keys(ACTS)) {
      const own = people[act].slice(round * count, (round + 1) * count);
      if (own.length < count) throw new Problem(`${act}: this world has only ${people[act].length} people who could.`);
      const microseconds = await costOf(application, { act, people: own, postmaster });
      // The first round warms up.
      if (round > 0) taken[act].push(microseconds);
    }
  return taken;
}

/** Forms are taken only from the site's own address. */
const ownOrigin = (origin) => origin.replace("127.0.0.1", "localhost");

async function costOf({ origin: given, pid }, { act, people, postmaster }) {
  const origin = ownOrigin(given);
  const sent = [];
  for (const person of people) sent.push(await filledIn(origin, ACTS[act], person));
  const before = cpuOf(pid) + cpuOf(postmaster);
  for (const one of sent) await submit(origin, act, one);
  return ((cpuOf(pid) + cpuOf(postmaster) - before) * 1e6) / people.length;
}

async function filledIn(origin, { pathOf, fields, having }, person) {
  const path = pathOf(person);
  const { cookie } = person;
  const page = await fetch(`${origin}${path}`, { headers: { cookie }, redirect: "manual" });
  const form = formOf(await page.text(), { fields: fields(), having });
  if (!form) throw new Problem(`${path} answers ${page.status} without the form.`);
  return { path, cookie, form };
}

/** A form that takes effect leads elsewhere; anything else is a refusal, and its figure means nothing. */
async function submit(origin, act, { path, cookie, form }) {
  const headers = { cookie, origin };
  const answer = await fetch(`${origin}${path}`, { method: "POST", headers, body: form, redirect: "manual" });
  const text = await answer.text();
  if (answer.status === 303) return;
  const [, said = ""] = /class="[^"]*(?:notice|refusal)[^"]*"[^>]*>([\s\S]{0,300})/.exec(text) ?? [];
  throw new Problem(`${act}: ${path} answers ${answer.status}. ${said.replace(/<[^>]*>/g, " ").trim()}`);
}
