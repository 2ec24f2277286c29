import { idAt, insert, known } from "./database.mjs";

/** Associations that carry a project with the one that leads it, as its owner asked them to. Returns them with their project. */
export async function seedCoHosts(client, context) {
  const coHosts = [...context.projects.values()].flatMap((entry) => coHostsOf(entry, context));
  await insert(
    client,
    "CoHosting",
    coHosts.map(({ row }) => row),
  );
  return { coHosts };
}

function coHostsOf({ project, row: { id: projectId, slug, title } }, { clock, members, associations }) {
  return (project.coHosts ?? []).map(({ association, askedBy, reason, brings, askedDay, answeredBy, answeredDay }) => {
    const askedAt = clock.at(askedDay, "11:00");
    const row = {
      id: idAt(askedAt),
      projectId,
      associationId: known(associations, association),
      state: "CARRYING",
      reason,
      brings,
      askedById: known(members, askedBy),
      askedAt,
      answeredById: known(members, answeredBy),
      answeredAt: clock.at(answeredDay, "18:00"),
    };
    return { row, project: { slug, title } };
  });
}
