import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { heldOf } from "@/lib/member/competence/rules";
import type { ExchangeKind } from "@/lib/member/types";
import { anActor } from "./actors";

type Exchange = { side: "OFFER" | "ASK"; kind?: ExchangeKind; title: string; competence?: string; untilOn?: string };
type Text =
  | "id"
  | "name"
  | "handle"
  | "headline"
  | "about"
  | "story"
  | "valueBrought"
  | "audience"
  | "vision"
  | "placeSlug";
type Flag = "isListed" | "isPublic" | "isIndexed";

type NewMember = Partial<Record<Text, string> & Record<Flag, boolean>> & {
  languages?: string[];
  welcomeStep?: number | null;
  joinedAt?: Date;
  /** Slug → level, in the order of the profile. */
  competences?: Readonly<Record<string, number>>;
  exchanges?: readonly Exchange[];
  values?: readonly string[];
  audiences?: Readonly<Record<string, string>>;
  isSuspended?: boolean;
};

let count = 0;

/** A person with an account and as much of a profile as the test says, found in the directory. Returns them as an actor. */
export async function makeMember({
  competences = {},
  exchanges = [],
  values = [],
  audiences = {},
  isSuspended = false,
  name = "Ada Prova",
  ...fields
}: NewMember = {}): Promise<Actor> {
  count += 1;
  const number = count;
  const idOf = await idsOf([...Object.keys(competences), ...exchanges.flatMap(({ competence }) => competence ?? [])]);
  const account = await db.account.create({
    data: {
      email: `person-${number}@example.org`,
      emailVerifiedAt: new Date(),
      suspendedAt: isSuspended ? new Date() : null,
    },
    select: { id: true },
  });
  const member = await db.member.create({
    data: {
      handle: `person-${number}`,
      name,
      ...fields,
      accountId: account.id,
      competences: Object.entries(competences).map(([slug, level]) => heldOf({ id: idOf(slug), level })),
      exchanges: {
        create: exchanges.map(({ side, kind = "SKILL", title, competence, untilOn }) => ({
          side,
          kind,
          title,
          competenceId: competence ? idOf(competence) : null,
          untilOn: untilOn ? new Date(untilOn) : null,
        })),
      },
      values: [...values],
      audiences: {
        create: Object.entries(audiences).map(([field, audience]) => ({
          field: field as "STORY",
          audience: audience as "PUBLIC",
        })),
      },
    },
    select: { id: true, handle: true, name: true },
  });
  await db.$executeRaw`SELECT directory_refresh(ARRAY[${member.id}::uuid])`;
  return anActor({
    memberId: member.id,
    accountId: account.id,
    handle: member.handle,
    name: member.name,
    isSuspended,
  });
}

/** Adds a competence to the end of a profile; search follows at its next refresh. */
export async function learns({ memberId }: Pick<Actor, "memberId">, slug: string): Promise<void> {
  const held = heldOf({ id: (await idsOf([slug]))(slug), level: 3 });
  await db.member.update({ where: { id: memberId }, data: { competences: { push: held } }, select: { id: true } });
}

async function idsOf(slugs: readonly string[]) {
  const rows = await db.competence.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true, slug: true } });
  const ids = new Map(rows.map(({ slug, id }) => [slug, id]));
  return (slug: string): number => {
    const id = ids.get(slug);
    if (id === undefined) throw new Error(`no competence ${slug}`);
    return id;
  };
}
