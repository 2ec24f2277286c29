import { expect, test } from "vitest";
import type { Looker } from "@/lib/directory/types";
import type { VisibleProfile } from "../types";
import { commonGround } from "./rules";

const exchange = (competence: string | null) => ({
  id: "1",
  title: "",
  kind: "SKILL" as const,
  locale: "it",
  competence,
  untilOn: null,
});
const profile = {
  handle: "ada",
  memberships: [
    { slug: "lume", name: "Lume" },
    { slug: "arca", name: "Arca" },
  ],
  values: ["care", "trust"],
  offers: [exchange("nonprofit-accounting"), exchange(null)],
  asks: [exchange("photography"), exchange("photography")],
} as unknown as VisibleProfile;
const looker: Looker = {
  handle: "ugo",
  asks: ["accounting"],
  offers: ["photography"],
  values: ["trust"],
  provinceCode: null,
};

test("what two people have in common is what the page of one shows and the other holds", () => {
  expect(commonGround(profile, looker, ["arca"])).toEqual({
    associations: ["Arca"],
    values: ["trust"],
    givesMe: ["nonprofit-accounting"],
    needsMe: ["photography"],
  });
});

test("nothing in common is nothing to show, to visitors and to oneself as well", () => {
  const stranger = { ...looker, asks: ["crafts"], offers: [], values: ["courage"] };
  expect(commonGround(profile, stranger, [])).toBeNull();
  expect(commonGround(profile, { ...looker, handle: null }, ["lume"])).toBeNull();
  expect(commonGround(profile, { ...looker, handle: "ada" }, ["lume"])).toBeNull();
});

test("A2: what the page does not show is not told as common ground", () => {
  const closed = { ...profile, memberships: [], values: [], offers: [], asks: [] };
  expect(commonGround(closed, looker, ["lume"])).toBeNull();
});
