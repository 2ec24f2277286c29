import { beforeAll, describe, expect, test } from "vitest";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { makeMember } from "@/lib/testing/members";
import { makeGroup } from "@/lib/testing/projects";
import { statementsOf } from "@/lib/testing/statements";
import { findWhom } from "./facts";

let viewer: Actor;
let associationId: string;
const people: Record<string, string> = {};

const ask = (typed: string, by: Viewer = viewer, associationId?: string) =>
  db.$transaction((tx) => findWhom(tx, by, { typed, nobody: "nobody", ...(associationId && { associationId }) }));

async function meant(...asked: Parameters<typeof ask>) {
  const answer = await ask(...asked);
  return answer.ok ? people[answer.value] : answer.refusal.code;
}

beforeAll(async () => {
  const make = async (handle: string, fields: Parameters<typeof makeMember>[0]) => {
    const actor = await makeMember({ handle, ...fields });
    people[actor.memberId] = handle;
    return actor;
  };
  viewer = await make("guido", { name: "Guido Prova" });
  await make("chiara", { name: "Chiara Bonetti", isPublic: true });
  await make("nicolo-rossi", { name: "Nicolò Dall’Ò" });
  await make("anna-neri", { name: "Anna Neri" });
  await make("anna-neri-2", { name: "Ànna  NERI" });
  await make("m-7", { name: "Marta" });
  await make("ugo", { name: "Rosario Nascosto", isListed: false });
  await make("ida", { name: "Rosita Sospesa", isSuspended: true });
  const fellow = await make("eva", { name: "Eva Riservata", isListed: false });
  const left = await make("leo", { name: "Leo Partito", isListed: false });
  const group = await makeGroup({ steward: viewer, active: [fellow, left] });
  associationId = group.id;
  await db.membership.updateMany({
    where: { associationId, memberId: left.memberId },
    data: { state: "LEFT" },
  });
});

describe("of those one may find", () => {
  test.each([
    ["chiara", "chiara"],
    ["@Chiara", "chiara"],
    [" CHIARA ", "chiara"],
    ["Chiara Bonetti", "chiara"],
    ["chiara  bonetti ", "chiara"],
    ["Chiàra Bonetti", "chiara"],
    ["nicolo dall'o", "nicolo-rossi"],
    ["Nicolò Dall`Ò", "nicolo-rossi"],
    ["Anna Neri", "directory.namesakes"],
    ["anna-neri-2", "anna-neri-2"],
    ["marta", "m-7"],
    ["guido prova", "guido"],
    ["Chiara", "chiara"],
    ["Bonetti", "nobody"],
    ["Bonetti Chiara", "nobody"],
    ["Chiara Bonett", "nobody"],
    ["%", "nobody"],
    ["", "nobody"],
  ])("«%s» means %s", async (typed, expected) => {
    expect(await meant(typed)).toBe(expected);
  });

  test("A2: who is not listed or is suspended is nobody, by name as by username", async () => {
    for (const typed of ["ugo", "Rosario Nascosto", "ida", "Rosita Sospesa", "eva", "Eva Riservata"])
      expect(await meant(typed), typed).toBe("nobody");
  });

  test("A2: a visitor means by name whoever visitors find", async () => {
    expect(await meant("Chiara Bonetti", null)).toBe("chiara");
    expect(await meant("Nicolò Dall’Ò", null)).toBe("nobody");
    expect(await meant("Anna Neri", null)).toBe("nobody");
  });
});

test("whoever belongs to the association of a form is meant by username though search knows them not; nobody else of its past", async () => {
  expect(await meant("eva", viewer, associationId)).toBe("eva");
  expect(await meant("Eva Riservata", viewer, associationId)).toBe("nobody");
  expect(await meant("leo", viewer, associationId)).toBe("nobody");
  expect(await meant("ugo", viewer, associationId)).toBe("nobody");
});

test("a refusal is about the field it was typed in", async () => {
  const of = (typed: string) =>
    db.$transaction((tx) => findWhom(tx, viewer, { typed, nobody: "nobody", field: "target" }));
  expect(await of("Anna Neri")).toMatchObject({ refusal: { code: "directory.namesakes", field: "target" } });
  expect(await of("Nessuno Qui")).toMatchObject({ refusal: { code: "nobody", field: "target" } });
  expect(await ask("Anna Neri")).toMatchObject({ refusal: { field: "whom" } });
});

test("one statement, however common the name", async () => {
  const asked = await statementsOf(() => ask("Anna Neri"));
  expect(asked.filter((text) => text.includes("DirectoryEntry"))).toHaveLength(1);
});
