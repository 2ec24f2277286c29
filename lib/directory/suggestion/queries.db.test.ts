import { beforeAll, describe, expect, test } from "vitest";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { anAssociation } from "@/lib/testing/associations";
import { makeMember } from "@/lib/testing/members";
import { statementsOf } from "@/lib/testing/statements";
import { listNamed } from "./queries";

const people = async (viewer: Viewer, q: string) => (await listNamed(viewer, q)).people.map(({ handle }) => handle);
const associations = async (q: string) => (await listNamed(null, q)).associations.map(({ name }) => name);

let viewer: Actor;

beforeAll(async () => {
  viewer = await makeMember({ name: "Guido Prova", handle: "guido" });
  await makeMember({ name: "Mario Rossi", handle: "mario", headline: "Fabbro", isPublic: true });
  await makeMember({ name: "Rossana De Luca", handle: "rossana" });
  await makeMember({ name: "Anna Maria Dall’Ò", handle: "anna" });
  await makeMember({ name: "Ròsa Marini", handle: "rosa", isPublic: true });
  await makeMember({ name: "Zeno Bruni", handle: "altro-nome-7" });
  await makeMember({ name: "Rosario Nascosto", handle: "ugo", isListed: false });
  await makeMember({ name: "Rosita Sospesa", handle: "ida", isSuspended: true });
  for (const name of ["Lume di quartiere", "Quartiere aperto", "Città larga"]) await anAssociation({ name });
  const { id } = await anAssociation({ name: "Quartiere chiuso" });
  await db.association.update({ where: { id }, data: { state: "CLOSED" } });
});

describe("people", () => {
  test.each([
    ["ro", ["rosa", "rossana"]],
    ["ros", ["rosa", "rossana", "mario"]],
    ["ROSS", ["rossana", "mario"]],
    ["rossi", ["mario"]],
    ["mario ros", ["mario"]],
    ["rossi mario", ["mario"]],
    ["rossi ma", ["mario"]],
    ["rossi lu", []],
    ["mario x", []],
    ["mar", ["mario", "anna", "rosa"]],
    ["maria", ["anna"]],
    ["dall'o", ["anna"]],
    ["dall o", ["anna"]],
    ["de lu", ["rossana"]],
    ["luca", ["rossana"]],
    ["rosa'", ["rosa"]],
    ["osa", []],
    ["r", []],
    ["%", []],
    ["' | 'mario", ["mario"]],
    ["altro-nome-7", ["altro-nome-7"]],
    [" @Altro-Nome-7 ", ["altro-nome-7"]],
    ["altro-nome", []],
    ["anna", ["anna"]],
    ["ugo", []],
    ["ida", []],
  ])("«%s»", async (q, expected) => {
    expect(await people(viewer, q)).toEqual(expected);
  });

  test("are told by name, handle and headline", async () => {
    const { people } = await listNamed(null, "mario");
    expect(people).toEqual([
      { kind: "person", handle: "mario", name: "Mario Rossi", headline: "Fabbro", locale: "it" },
    ]);
  });

  test("A2: a visitor is told of public profiles only; nobody of who is not listed or is suspended", async () => {
    expect(await people(null, "altro-nome-7")).toEqual([]);
    expect(await people(null, "ros")).toEqual(["rosa", "mario"]);
    expect(await people(null, "anna")).toEqual([]);
    for (const q of ["rosar", "nascosto", "rosita", "sospesa"]) expect(await people(viewer, q), q).toEqual([]);
  });

  test("are at most four, by name", async () => {
    for (let i = 0; i < 6; i++) await makeMember({ name: `Zoe ${"fedcba"[i]}` });
    const { people } = await listNamed(viewer, "zoe");
    expect(people.map(({ name }) => name)).toEqual(["Zoe a", "Zoe b", "Zoe c", "Zoe d"]);
  });
});

describe("associations", () => {
  test.each([
    ["qua", ["Quartiere aperto", "Lume di quartiere"]],
    ["quart lum", []],
    ["quartiere lum", ["Lume di quartiere"]],
    ["citta", ["Città larga"]],
    ["uartiere", []],
    ["qu", []],
  ])("«%s»; one that is closed is named to nobody", async (q, expected) => {
    expect(await associations(q)).toEqual(expected);
  });
});

test("one statement, and none for what is too short", async () => {
  expect(await statementsOf(() => listNamed(viewer, "ros"))).toHaveLength(1);
  expect(await statementsOf(() => listNamed(viewer, "r"))).toHaveLength(0);
});
