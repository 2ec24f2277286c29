import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { addMonths, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { addTask } from "@/lib/project/task/commands";
import { standStill } from "@/lib/testing/clock";
import { aNeed, makeCrowd, makeProject } from "@/lib/testing/projects";

const asking = vi.hoisted(() => ({ viewer: null as unknown, network: "192.0.2.0" }));
vi.mock("@/lib/auth/session", () => ({ getViewer: async () => asking.viewer }));
vi.mock("@/lib/auth/request", () => ({ readOrigin: async () => ({ network: asking.network }) }));
const { GET } = await import("./route");

const DUE = addMonths(dayOf(new Date()), 2);
let [owner, stranger] = [] as unknown as [Actor, Actor];
let slug = "";
const get = (viewer: Viewer, file: string, { at = slug, query = "" } = {}) => {
  asking.viewer = viewer;
  const params = Promise.resolve({ slug: at, file });
  return GET(new Request(`http://localhost/api/exports/projects/x/y${query}`), { params });
};

beforeAll(async () => {
  [owner, stranger] = (await makeCrowd(2)) as [Actor, Actor];
  const needs = [aNeed({ title: "=1+1, e poi", competence: "accounting", hours: 120, due: DUE })];
  ({ slug } = await makeProject(owner, { title: "Il forno", needs }, new Date()));
  const task = { slug, title: "@SUM(A1)", words: "Una,\ndue", due: null, deliverableId: null, isMine: true };
  await addTask(owner, task, new Date());
});
beforeEach(() => db.throttle.deleteMany().then(() => undefined));

test("a project comes as data, a download by its name, kept by nobody on the way", async () => {
  const answer = await get(owner, "project.json");
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename="il-forno-project-\d{4}-\d\d-\d\d\.json"$/,
  );
  expect(await answer.json()).toMatchObject({ schema: "tessera.project/1", papers: { title: "Il forno" } });
});

test("its tables are CSV without formulas, under heads in the language asked for", async () => {
  const needs = await (await get(owner, "needs.csv")).text();
  expect(needs.split("\r\n")).toEqual([
    "Bisogno,Tipo,Competenza,Posti,Presi,Indispensabile,Entro,Ore a posto,Chi c’è",
    `"'=1+1, e poi",Ruolo,Contabilità,1,0,sì,${DUE},2,`,
    "",
  ]);
  const tasks = await (await get(owner, "tasks.csv", { query: "?locale=en" })).text();
  expect(tasks).toMatch(/^Task,Where it stands,By,[\s\S]+"'@SUM\(A1\)",To do,,,Persona 1,,"Una,\ndue"\r\n$/);
  const deeds = await (await get(owner, "contributions.csv")).text();
  expect(deeds).toBe("Fatto il,Persona,Che cosa ha dato,Contributo,Minuti,Confermato da,Confermato il\r\n");
});

test("A2: to anybody else, and of any other name, there is none, in the same bytes", async () => {
  const answers = [
    ...[await get(null, "project.json"), await get(stranger, "project.json"), await get(stranger, "needs.csv")],
    ...[await get(owner, "people.csv"), await get(owner, "project.json", { at: "nessuno" }), await get(owner, "../x")],
  ];
  const told = await Promise.all(answers.map(async (one) => [one.status, [...one.headers], await one.text()]));
  expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(answers[0]?.status).toBe(404);
});

test("whoever asks too often waits", async () => {
  standStill();
  for (let i = 0; i < 10; i++) expect((await get(owner, "needs.csv")).status).toBe(200);
  const refused = await get(owner, "needs.csv");
  expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
});
