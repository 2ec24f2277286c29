import { expect, test } from "vitest";
import { documentsInForce } from "./documents";

// A text that changes gets the day of the change as its version in documents.ts; then its hash is written down here.
const WRITTEN_DOWN = {
  "terms 2026-11-21": "6ca254d991e43016b9e5ff02403f271a438fb28c18195ef7e61c0baa754b7693",
  "privacy 2026-11-22": "262967a6f2c45500b161ba1eb0003eea3a8160f0859a42c3464d81999f41c98e",
};

test("PV4: a version of a document says one thing for ever", () => {
  const found = documentsInForce().map(({ document, version, hash }) => [`${document} ${version}`, hash]);
  expect(Object.fromEntries(found)).toEqual(WRITTEN_DOWN);
});
