import { seedCharters } from "./charters.mjs";
import { idAt, insert, known } from "./database.mjs";
import { approves } from "./needs.mjs";

/** Where the world lets two stewards decide together (rule M6). */
export const TWO_DECIDERS = new Set(["foglio-pubblico"]);

/** Associations with places, charters and questions. Returns ids by slug, charters, and questions by id of the world. */
export async function seedAssociations(client, { world, clock, members }) {
  const rows = world.associations.map((association) => associationOf(association));
  await insert(client, "Association", rows);
  const associations = new Map(rows.map(({ slug, id }) => [slug, id]));
  await insert(
    client,
    "AssociationPlace",
    world.associations.flatMap(({ slug, places }) =>
      places.map((placeSlug, position) => ({ associationId: known(associations, slug), placeSlug, position })),
    ),
  );
  const charters = await seedCharters(client, { world, clock, associations });
  const questions = world.associations.flatMap(({ slug, foundedDay, questions }) =>
    questions.map(({ id, text, required }, position) => {
      const createdAt = clock.at(foundedDay, "10:00");
      const row = {
        id: idAt(createdAt),
        associationId: known(associations, slug),
        position,
        text: text.it,
        isRequired: required,
        createdAt,
      };
      return [id, row];
    }),
  );
  await insert(
    client,
    "Question",
    questions.map(([, row]) => row),
  );
  return { associations, charters, questions: new Map(questions) };

  function associationOf({ slug, name, tagline, purpose, identity, founders, foundedDay }) {
    const foundedAt = clock.at(foundedDay, "10:00");
    return {
      id: idAt(foundedAt),
      slug,
      name,
      tagline: tagline.it,
      purpose: purpose.it,
      forWhom: identity.forWhom.it,
      weDo: identity.weDo.it,
      weDoNot: identity.weDont.it,
      entry: "APPLICATION",
      decidersRequired: TWO_DECIDERS.has(slug) ? 2 : 1,
      approvesProjects: approves(slug),
      founderId: known(members, founders[0]),
      foundedAt,
      createdAt: foundedAt,
    };
  }
}
