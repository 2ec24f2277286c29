import { expect, test } from "vitest";
import { makeMember } from "@/lib/testing/members";
import { readFilters } from "../filter/rules";
import { searchPeople } from "../queries";
import { countByCompetence } from "./queries";

test("A2: counts by competence are those of the lists they lead to, for each class of viewers", async () => {
  const viewer = await makeMember({ competences: { "frontend-development": 3, "backend-development": 2 } });
  await makeMember({ isPublic: true, competences: { "web-development": 1, photography: 2 } });
  await makeMember({ competences: { photography: 4 }, audiences: { COMPETENCES: "ONLY_ME" } });
  for (const who of [null, viewer]) {
    const { competences, areas } = await countByCompetence(who);
    expect(competences).toMatchObject({ "web-development": who ? 2 : 1, photography: 1 });
    for (const [name, counts] of [
      ["c", competences],
      ["area", areas],
    ] as const)
      for (const [slug, count] of Object.entries(counts)) {
        const { total } = await searchPeople(who, readFilters({ [name]: slug }), { language: "it" });
        expect(total, `${name}=${slug}`).toBe(count);
      }
  }
  expect((await countByCompetence(viewer)).areas.software).toBe(2);
});
