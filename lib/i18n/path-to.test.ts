import { expect, test } from "vitest";
import { pathTo } from "./path-to";

test.each([
  [{ pathname: "/" }, "/", "/en"],
  [{ pathname: "/home" }, "/bacheca", "/en/home"],
  [
    { pathname: "/projects/[slug]", params: { slug: "il-lavatoio" } },
    "/progetti/il-lavatoio",
    "/en/projects/il-lavatoio",
  ],
] as const)("%o is at %s, and at %s in English", (target, italian, english) => {
  expect(pathTo(target, "it")).toBe(italian);
  expect(pathTo(target, "en")).toBe(english);
});
