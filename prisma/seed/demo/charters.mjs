import { createHash } from "node:crypto";
import { idAt, insert, known } from "./database.mjs";
import { word } from "./words.mjs";

/** The form that charterHash of lib/association/rules.ts fixes; a test compares the two. */
function hashOf(values, clauses) {
  const canonical = {
    values: values.map(({ value, meaning, shownBy }) => ({ name: value, meaning: meaning.it, shownBy: shownBy.it })),
    clauses: clauses.map(({ number, kind, text }) => ({ number, kind: word("clause", kind), text: text.it })),
  };
  return createHash("sha256").update(JSON.stringify(canonical)).digest("hex");
}

/**
 * The versions of a charter, oldest first. The world tells of an earlier one only what changed: Mezzacosta had no clause 6
 * on paid jobs and asked for six hours instead of eight.
 */
function versionsOf({ charter, contributionRule }) {
  const { minHours, period, note } = contributionRule;
  const rule = { minPeriod: word("period", period), ruleNote: note.it };
  const current = { version: charter.version, day: charter.publishedDay, clauses: charter.clauses, minHours, ...rule };
  const [previous] = charter.previous ?? [];
  if (!previous) return [current];
  const clauses = charter.clauses
    .filter(({ number }) => number !== 6)
    .map(({ kind, text }, i) => ({
      number: i + 1,
      kind,
      text: { it: text.it.replace("almeno otto ore", "almeno sei ore") },
    }));
  return [{ version: previous.version, day: previous.publishedDay, clauses, minHours: 6, ...rule }, current];
}

/** All charters with their values and clauses. Returns them with their ids, each with its association's slug and day. */
export async function seedCharters(client, { world, clock, associations }) {
  const charters = world.associations.flatMap((association) =>
    versionsOf(association).map((version) => charterOf(association, version)),
  );
  await insert(
    client,
    "Charter",
    charters.map(({ row }) => row),
  );
  await insert(
    client,
    "CharterValue",
    charters.flatMap(({ values }) => values),
  );
  await insert(
    client,
    "Clause",
    charters.flatMap(({ clauses }) => clauses),
  );
  return charters;

  function charterOf({ slug, values }, { version, day, clauses, minHours, minPeriod, ruleNote }) {
    const publishedAt = clock.at(day, "10:00");
    const id = idAt(publishedAt);
    const hash = hashOf(values, clauses);
    const associationId = known(associations, slug);
    return {
      slug,
      day,
      row: { id, associationId, version, hash, publishedAt, minMinutes: minHours * 60, minPeriod, ruleNote },
      values: values.map(({ value, meaning, shownBy }, position) => ({
        id: idAt(publishedAt),
        charterId: id,
        position,
        valueSlug: value,
        meaning: meaning.it,
        shownBy: shownBy.it,
      })),
      clauses: clauses.map(({ number, kind, text }) => ({
        id: idAt(publishedAt),
        charterId: id,
        number,
        kind: word("clause", kind),
        text: text.it,
      })),
    };
  }
}
