import "server-only";
import { lockProject, type Tx } from "@/lib/db/transaction";
import { lockWithStanding } from "@/lib/membership/facts";
import { readProject } from "../facts";

/** Associations that go by a name or an address; by its address it is one. Not those that closed. */
export async function readNamed(tx: Tx, text: string): Promise<{ id: string; slug: string; name: string }[]> {
  const rows = await tx.$queryRaw<{ id: string; slug: string; name: string }[]>`
    SELECT a."id"::text, a."slug", a."name" FROM "Association" a
     WHERE a."state" <> 'CLOSED' AND (a."slug" = lower(${text}) OR fold(a."name") = fold(${text})) LIMIT 3`;
  const byAddress = rows.filter(({ slug }) => slug === text.toLowerCase());
  return byAddress.length > 0 ? byAddress : rows;
}

type Pair = { projectId: string; associationId: string | undefined };

/** What asking an association depends on, besides the project itself. The caller holds the project's lock. */
export async function readAsking(tx: Tx, { projectId, associationId }: Pair) {
  const all = await tx.coHosting.findMany({
    where: { projectId, state: { in: ["ASKED", "CARRYING", "NOT_NOW"] } },
    orderBy: { answeredAt: "desc" },
    select: { associationId: true, state: true, answeredAt: true },
  });
  const open = all.filter(({ state }) => state !== "NOT_NOW");
  const own = all.filter((row) => row.associationId === associationId);
  const standing = open.find((row) => row.associationId === associationId)?.state;
  return {
    open: open.length,
    openState: standing === "ASKED" || standing === "CARRYING" ? standing : null,
    lastNotNowAt: own.find(({ state }) => state === "NOT_NOW")?.answeredAt ?? null,
  };
}

export type CoHostingRow = NonNullable<Awaited<ReturnType<typeof readCoHosting>>>;

/** One asking or co-hosting. The caller holds its project's lock when it decides by its state. */
export function readCoHosting(tx: Tx, id: string) {
  return tx.coHosting.findUnique({
    where: { id },
    select: {
      ...{ id: true, state: true, projectId: true, associationId: true, askedById: true },
      association: { select: { slug: true, name: true } },
      project: { select: { slug: true, title: true } },
    },
  });
}

type Acting = { id: string; memberId: string; now: Date };

/**
 * One of them with its association and then its project locked, for whoever answers there for EDIT; null for anybody else, and
 * where there is none (rules A2, R1).
 */
export async function takeAsSteward(tx: Tx, { id, memberId, now }: Acting) {
  const at = await readCoHosting(tx, id);
  const locked = at && (await lockWithStanding(tx, memberId, at.association.slug, now));
  if (!locked?.standing.responsibilities.includes("EDIT")) return null;
  return takeWithProject(tx, id);
}

/** One of them with its project locked; null where there is none. */
export async function takeWithProject(tx: Tx, id: string) {
  const at = await readCoHosting(tx, id);
  if (!at || !(await lockProject(tx, at.project.slug))) return null;
  const [row, project] = [await readCoHosting(tx, id), await readProject(tx, at.project.slug)];
  return row && project && { row, project };
}
