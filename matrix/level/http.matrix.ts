import { afterAll, beforeAll } from "vitest";
import { actionOf, type Case } from "../matrix";
import type { Person } from "../world/people";
import type { Scene } from "../world/scene";
import { absentOf, changes, tryAll } from "./stage";
import { addressOf, Browser, type Visited } from "./visit";
import { wordOf } from "./word";

let browser: Browser;
beforeAll(async () => {
  browser = await Browser.open();
}, 60_000);
afterAll(() => browser.close());

/** Every act as a form of a browser without scripts, and every page: against the production build, by cookie. */
tryAll({
  name: "http",
  verbs: ["do", "see"],
  attempt: async (one, scene, kind) => {
    const who = scene.people[kind] ?? null;
    if (one.row.verb === "see") return look(one, scene, who);
    const isScripted = !isNative(one, kind);
    return act(one, scene, { who, isScripted });
  },
});

/** Without scripts goes what takes effect, and of each row one that does not; with, what only a page drawn anew would slow down. */
function isNative({ row }: Case, kind: string): boolean {
  const refused = [...row.cells].filter(([, word]) => !EFFECT.has(word)).map(([one]) => one);
  return !refused.includes(kind) || kind === refused.at(1);
}

const EFFECT = new Set(["yes", "same"]);

type Sender = { who: Person | null; isScripted: boolean };

async function act({ subject, row }: Case, { params }: Scene, { who, isScripted }: Sender): Promise<string> {
  const fields = await subject.acts[row.name]?.(params);
  if (!fields) throw new Error(`nobody knows how to do ${row.name}`);
  const codes = await browser.send(actionOf(row.name), fields, { params, who, isScripted });
  return wordOf({ codes, hasChanged: await changes.undo() });
}

async function look({ name, row }: Case, { params }: Scene, who: Person | null): Promise<string> {
  const visited = await browser.see(addressOf(row.name, params), who);
  if (visited.status === 200) return "yes";
  if (visited.status >= 300 && visited.status < 400)
    return /^(https?:\/\/[^/]+)?\/accedi/.test(visited.leadsTo ?? "") ? "in" : "away";
  if (visited.status !== 404) return `${visited.status}`;
  const nowhere = await lookNowhere(row.name, absentOf(name)?.params ?? params, who);
  return nowhere.bytes === visited.bytes ? "404" : "404, unlike what is not there";
}

const nowhere = new Map<string, Promise<Visited>>();

/** The same route for the same person, where there is nothing. */
function lookNowhere(route: string, params: Scene["params"], who: Person | null): Promise<Visited> {
  const key = `${route} ${who?.token ?? ""}`;
  const seen = nowhere.get(key) ?? browser.see(addressOf(route, params), who);
  nowhere.set(key, seen);
  return seen;
}
