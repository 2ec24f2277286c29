import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { expectInvariants } from "@/lib/testing/associations";
import { makePeople, search } from "@/lib/testing/directory";
import { makeMember } from "@/lib/testing/members";
import { encodeCursor } from "./cursor/rules";

let viewer: Actor;
beforeAll(async () => {
  viewer = await makePeople();
});
afterAll(expectInvariants);

describe("why, and in what order", () => {
  test("the cause is what was looked for, with its level and the place", async () => {
    const { items } = await search(viewer, "q=commercialista bologna");
    expect(items[0]?.why[0]).toEqual({ code: "competence", slug: "tax-advice", level: 3, place: "bologna" });
  });

  test("who seeks what I offer comes first in a list nobody narrowed", async () => {
    const { items } = await search(viewer, "");
    expect(items[0]?.name).toBe("Marta Ferrara");
    expect(items[0]?.why).toEqual([
      { code: "needsMe", slug: "nonprofit-law" },
      { code: "givesMe", slug: "frontend-development" },
    ]);
    expect(items[1]?.why).toEqual([
      { code: "values", slugs: ["care", "trust"] },
      { code: "near", place: "bologna" },
    ]);
  });

  test("every card of a narrowed list says why it is there", async () => {
    for (const query of [
      "q=commercialista",
      "q=liutaia",
      "q=circo",
      "side=offers",
      "place=BO",
      "area=software",
      "q=zanasi",
    ]) {
      const { items } = await search(viewer, query);
      expect(items.length, query).toBeGreaterThan(0);
      for (const { why, name } of items) expect(why.length, `${query}: ${name}`).toBeGreaterThan(0);
    }
  });
});

describe("walking the list", () => {
  test.each(["relevance", "name", "newest"])("by %s, each person comes exactly once", async (sort) => {
    const joinedAt = new Date("2026-05-05T05:05:05.555Z");
    const many = Array.from({ length: 60 }, (_, i) => ({ name: `Pia ${i % 7}`, handle: `${sort}-${i}`, joinedAt }));
    for (const person of many) await makeMember({ ...person, headline: `brigata${sort}` });
    const seen: string[] = [];
    let after: string | null = "";
    while (after !== null) {
      const page = await search(viewer, `q=brigata${sort}&sort=${sort}${after && `&after=${after}`}`);
      expect(page.total).toBe(60);
      expect(page.isRestarted).toBe(false);
      seen.push(...page.items.map(({ handle }) => handle));
      after = page.nextCursor;
    }
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });

  test.each(["x", "e30", "WyJuYW1lIiwiYSIsN10", "a'; DROP TABLE"])(
    "a broken cursor «%s» starts again and says so",
    async (after) => {
      const page = await search(viewer, `sort=name&after=${encodeURIComponent(after)}`);
      expect(page.isRestarted).toBe(true);
      expect(page.items[0]?.name).toBe("Carlo Dall’Ò");
    },
  );
});

test("A2: a cursor goes on after whom it names, and tells nothing of whoever is not found", async () => {
  const after = (handle: string) => encodeURIComponent(encodeCursor({ sort: "name", key: "carlo dall'o", handle }));
  const first = async (handle: string) => (await search(viewer, `sort=name&after=${after(handle)}`)).items[0]?.name;
  expect(await first("carlo")).not.toBe("Carlo Dall’Ò");
  expect(await first("nobody")).toBe("Carlo Dall’Ò");
  expect(await first("ugo")).toBe("Carlo Dall’Ò");
});
