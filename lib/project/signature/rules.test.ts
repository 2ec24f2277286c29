import { describe, expect, test } from "vitest";
import { canSign, signedName } from "./rules";
import { SIGNATURE_LOOKS, type SignatureLook } from "./types";

const FACTS = { state: "COMPLETED", hadPart: true, competences: ["accounting"] } as const;
const said = (facts: Parameters<typeof canSign>[0], look: SignatureLook, competence: string | null = null) => {
  const verdict = canSign(facts, { look, competence });
  return verdict.ok ? "ok" : verdict.refusal.code;
};

describe("PJ7: how one is named with a result", () => {
  test.each(SIGNATURE_LOOKS.filter((look) => look !== "COMPETENCE"))("%s is anybody's who had a part", (look) => {
    expect(said(FACTS, look)).toBe("ok");
    expect(said({ ...FACTS, hadPart: false }, look)).toBe("project.hadNoPart");
    expect(said({ ...FACTS, state: "ACTIVE" }, look)).toBe("project.notConcluded");
    expect(said({ ...FACTS, state: "ABANDONED" }, look)).toBe("project.notConcluded");
  });

  test("a competence is one they hold, or came in with", () => {
    expect(said(FACTS, "COMPETENCE", "accounting")).toBe("ok");
    expect(said(FACTS, "COMPETENCE", "welding")).toBe("project.signCompetence");
    expect(said(FACTS, "COMPETENCE")).toBe("project.signCompetence");
  });
});

test.each([
  ["Ada Lovelace", "Ada", "A. L."],
  ["Samira El Fassi", "Samira", "S. E. F."],
  ["Émile Zola", "Émile", "É. Z."],
  ["Ötzi", "Ötzi", "Ö."],
])("%s signs as %s, or as %s", (name, first, initials) => {
  expect(SIGNATURE_LOOKS.map((look) => signedName(name, look))).toEqual([name, name, first, initials, null]);
});
