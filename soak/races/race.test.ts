import { expect, test } from "vitest";
import { outcomeOf } from "../ground/visitor.mjs";
import { countOf, differs, unheardOf, unlike } from "./race";
import { closingOf, tableOf } from "./report.mjs";

const answer = (code: string, act: "apply" | "invite" = "apply") => ({ act, code, memberId: null, by: 0, waits: 0 });

test("answers are counted by code, of one act or of all", () => {
  const answers = [answer("ok"), answer("ok", "invite"), answer("membership.full")];
  expect(countOf(answers)).toEqual({ ok: 2, "membership.full": 1 });
  expect(countOf(answers, "invite")).toEqual({ ok: 1 });
});

test("one winner too many, one too few, another code: each is a deviation, and what must be is none", () => {
  const expected = { ok: 1, "membership.full": 2, "membership.alreadyMember": 0 };
  expect(unlike({ "membership.full": 2, ok: 1 }, expected)).toEqual([]);
  for (const counts of [{ ok: 2, "membership.full": 1 }, { "membership.full": 3 }, { ok: 1, fault: 2 }])
    expect(unlike(counts, expected)).toHaveLength(1);
  expect(unheardOf({ ok: 3, fault: 1 }, ["ok"])).toEqual(["answers: 1 fault"]);
  expect([differs("members", 2, 2), differs("members", 3, 2)]).toEqual([[], ["members: 3; expected 2"]]);
});

test("a page that says what was done, one that tells, a fault of ours and an error read apart", () => {
  const page = (text: string) => ({ status: 200, location: "", text });
  const outcome = (seen: { status: number; location: string; text: string }) => outcomeOf(seen).outcome;
  expect(outcome({ status: 303, location: "/associazioni/a/patto?done=joined", text: "" })).toBe("ok");
  expect(outcome({ status: 303, location: "/associazioni/a/patto", text: "" })).toBe("told");
  expect(outcome(page("<p>Non ci sono posti</p><script>Qualcosa non va da noi</script>"))).toBe("told");
  expect(outcome(page("<li>Qualcosa non va da noi. Codice 1.</li>"))).toBe("fault");
  for (const status of [404, 500]) expect(outcome({ status, location: "", text: "" })).toBe("error");
});

test("the closing line adds up what the table says", () => {
  const record = { rule: "A5", title: "last places", rounds: 2, tries: 128, wonBy: [1, 2], waits: 2, deviations: 1 };
  const records = [
    { ...record, codes: { ok: 3, "membership.full": 125 } },
    { ...record, codes: {} },
  ];
  expect(tableOf(records)).toContain("1 | 2         125 membership.full");
  expect(closingOf(records)).toBe("2 races, 4 rounds, 256 contenders (4 tried again), 2 deviations");
});
