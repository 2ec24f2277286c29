import { expect, test } from "vitest";
import { PROFILE_PARTS } from "../types";
import { partNamed, partSlug } from "./rules";

test("the address of each part leads back to it, in both languages and by its plain name", () => {
  for (const part of PROFILE_PARTS)
    for (const slug of [part, partSlug(part, "it"), partSlug(part, "en")]) expect(partNamed(slug)).toBe(part);
  expect(partNamed("altro")).toBeNull();
});
