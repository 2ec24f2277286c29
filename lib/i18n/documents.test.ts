import { expect, test } from "vitest";
import { documentsInForce } from "./documents";

// A text that changes gets the day of the change as its version in documents.ts; then its hash is written down here.
const WRITTEN_DOWN = {
  "terms 2026-11-21": "6ca254d991e43016b9e5ff02403f271a438fb28c18195ef7e61c0baa754b7693",
  "privacy 2026-11-22": "afdfff1b55849e67efe17ba7b1c1851f5c85929041f4ff87aab3849e9895a04e",
};

test("PV4: a version of a document says one thing for ever", () => {
  const found = documentsInForce().map(({ document, version, hash }) => [`${document} ${version}`, hash]);
  expect(Object.fromEntries(found)).toEqual(WRITTEN_DOWN);
});
