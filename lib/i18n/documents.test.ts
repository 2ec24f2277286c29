import { expect, test } from "vitest";
import { documentsInForce } from "./documents";

// A text that changes gets the day of the change as its version in documents.ts; then its hash is written down here.
const WRITTEN_DOWN = {
  "terms 2026-11-21": "6ca254d991e43016b9e5ff02403f271a438fb28c18195ef7e61c0baa754b7693",
  "privacy 2026-11-22": "234e03a6127f52aa6dda76a7039db64b39bf674d9b1fcfff1bfa26b5facb6bae",
};

test("PV4: a version of a document says one thing for ever", () => {
  const found = documentsInForce().map(({ document, version, hash }) => [`${document} ${version}`, hash]);
  expect(Object.fromEntries(found)).toEqual(WRITTEN_DOWN);
});
