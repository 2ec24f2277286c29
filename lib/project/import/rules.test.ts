import { describe, expect, test } from "vitest";
import { inputOf } from "@/lib/form/reading";
import { COMPETENCES, competenceLabel, competenceNamed } from "@/lib/taxonomy/rules";
import { EXPORT_SCHEMA } from "../export/schema";
import { PROJECT_LISTS, proposeInput } from "../schema";
import { refillOf } from "./rules";

const READING = {
  ...{ language: "it" as const, today: "2026-11-21", associations: ["il-lavatoio"], values: ["care", "frugality"] },
  isWithoutPast: false,
};
const PAPERS = {
  ...{ title: "Il lavatoio", kind: "THEMATIC", purpose: "Riaprirlo due giorni a settimana.", forWhom: "Chi lava" },
  ...{ whyTogether: "Servono più mani.", values: ["care"], description: "Era chiuso.", place: "imola" },
  ...{ isMembersOnly: true, contentLocale: "en", association: "il-lavatoio" },
};
const NEED = {
  ...{ title: "Verifica strutturale", kind: "ROLE", competence: "accounting", seats: 2, isCritical: true },
  ...{ due: "2027-01-15", minutes: 120, accepted: 1 },
};
const DELIVERABLE = { title: "Un luogo coperto", due: "2027-06-30", done: null, evidence: "", evidenceUrl: null };
const FILE = {
  schema: EXPORT_SCHEMA,
  papers: PAPERS,
  deliverables: [DELIVERABLE],
  needs: [NEED],
  people: [{ name: "Ada" }],
};
const read = (change: object = {}, reading: object = {}) =>
  refillOf(JSON.stringify({ ...FILE, ...change }), { ...READING, ...reading });

test("a project fills the form: words, rows, choices by their names, and nobody", () => {
  const answer = read();
  expect(answer).toEqual({
    ok: true,
    value: {
      leftOut: [],
      values: {
        ...{ title: ["Il lavatoio"], kind: ["THEMATIC"], purpose: ["Riaprirlo due giorni a settimana."] },
        ...{ forWhom: ["Chi lava"], whyTogether: ["Servono più mani."], description: ["Era chiuso."] },
        ...{ contentLocale: ["en"], association: ["il-lavatoio"], place: ["Imola (BO)"], isMembersOnly: ["on"] },
        ...{ "deliverables.0.title": ["Un luogo coperto"], "deliverables.0.due": ["2027-06-30"], values: ["care"] },
        ...{ "needs.0.title": ["Verifica strutturale"], "needs.0.kind": ["ROLE"], "needs.0.seats": ["2"] },
        ...{ "needs.0.due": ["2027-01-15"], "needs.0.competence": ["Contabilità"], "needs.0.hours": ["2"] },
        ...{ "needs.0.isCritical": ["on"] },
      },
    },
  });
});

test("what has no home here stays out: another association, and values of charters elsewhere, which are told", () => {
  const answer = read({ papers: { ...PAPERS, association: "altrove", values: ["care", "Il nostro", "frugality"] } });
  expect(answer).toMatchObject({ ok: true, value: { leftOut: ["Il nostro"] } });
  const values = answer.ok ? answer.value.values : {};
  expect([values.association, values.isMembersOnly, values.values]).toEqual([[""], undefined, ["care", "frugality"]]);
});

describe("what the form would refuse is refused of the file, with its place, and fills nothing:", () => {
  test.each([
    [{ schema: "tessera.project/2" }, "importNotOurs", undefined],
    [{ papers: undefined }, "importShape", "papers"],
    [{ papers: { ...PAPERS, title: 7 } }, "importShape", "papers.title"],
    [{ needs: [NEED, { ...NEED, seats: "2" }] }, "importShape", "needs[1].seats"],
    [{ needs: Array(9).fill(NEED) }, "importTooMany", "needs"],
    [{ deliverables: Array(6).fill(DELIVERABLE) }, "importTooMany", "deliverables"],
    [{ needs: [] }, "importMissing", "needs[0].title"],
    [{ papers: { ...PAPERS, title: "" } }, "importMissing", "papers.title"],
    [{ papers: { ...PAPERS, purpose: "Breve." } }, "importTooShort", "papers.purpose"],
    [{ papers: { ...PAPERS, title: "a".repeat(81) } }, "importTooLong", "papers.title"],
    [{ papers: { ...PAPERS, kind: "SECRET" } }, "importUnknown", "papers.kind"],
    [{ papers: { ...PAPERS, place: "atlantide" } }, "importUnknown", "papers.place"],
    [{ papers: { ...PAPERS, contentLocale: "xx" } }, "importUnknown", "papers.contentLocale"],
    [{ needs: [{ ...NEED, competence: "alchimia" }] }, "importUnknown", "needs[0].competence"],
    [{ needs: [{ ...NEED, seats: 21 }] }, "importValue", "needs[0].seats"],
    [{ needs: [{ ...NEED, seats: 1.5 }] }, "importValue", "needs[0].seats"],
    [{ needs: [{ ...NEED, minutes: 90 }] }, "importValue", "needs[0].minutes"],
    [{ needs: [{ ...NEED, due: "2027-02-30" }] }, "importValue", "needs[0].due"],
    [{ needs: [NEED, { ...NEED, due: "2026-11-20" }] }, "importPast", "needs[1].due"],
    [{ deliverables: [{ ...DELIVERABLE, due: "2026-11-20" }] }, "importPast", "deliverables[0].due"],
    [{ papers: { ...PAPERS, title: "Il lavatoio\u0000" } }, "importCharacters", "papers.title"],
    [{ papers: { ...PAPERS, title: "\u202Eiltoaval" } }, "importCharacters", "papers.title"],
  ])("%#: %s", (change, code, where) => {
    const answer = read(change);
    expect(answer).toMatchObject({ ok: false, refusal: { code: `project.${code}`, field: "file" } });
    expect(answer.ok ? "" : answer.refusal.params?.where).toBe(where);
  });

  test.each(["", "{", "null", "[]", "7", "\uFEFF", "[".repeat(100_000)])("no project at all: %#", (text) => {
    const answer = refillOf(text, READING);
    expect(answer.ok ? "ok" : answer.refusal.code).toMatch(/importUnreadable|importNotOurs/);
  });
});

test("days that have gone by are left out when asked, and today is none of them", () => {
  const change = { needs: [{ ...NEED, due: "2026-11-20" }], deliverables: [{ ...DELIVERABLE, due: "2026-11-21" }] };
  const answer = read(change, { isWithoutPast: true });
  const values = answer.ok ? answer.value.values : {};
  expect([values["needs.0.due"], values["deliverables.0.due"]]).toEqual([[""], ["2026-11-21"]]);
});

test.each(["it", "en"] as const)("each competence is known again by its name in %s", (language) => {
  const lost = COMPETENCES.filter(({ slug }) => competenceNamed(competenceLabel(slug, language)) !== slug);
  expect(lost.map(({ slug }) => slug)).toEqual([]);
});

test("what fills the form is taken by the form as it stands", () => {
  const answer = read();
  const form = new FormData();
  for (const [name, all] of Object.entries(answer.ok ? answer.value.values : {}))
    for (const value of all) form.append(name, value);
  expect(proposeInput.parse(inputOf(form, PROJECT_LISTS))).toMatchObject({
    ...{ title: "Il lavatoio", contentLocale: "en", place: "imola", isMembersOnly: true, values: ["care"] },
    needs: [{ competence: "accounting", hours: 120, seats: 2, isCritical: true, due: "2027-01-15" }],
  });
});
