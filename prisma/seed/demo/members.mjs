import { DEMO_ACCOUNTS, seedAccounts } from "./accounts.mjs";
import { idAt, insert, known } from "./database.mjs";
import { word } from "./words.mjs";

/** A part of the profile opens to members unless its owner says otherwise: only what differs is stored (rule PV1). */
const DEFAULT_AUDIENCE = "MEMBERS";

/** Everybody of the world and a newcomer, with profiles, competences, values, offers and asks. Returns ids by handle. */
export async function seedMembers(client, { world, clock, competences }) {
  const people = world.members.map((member) => ({ ...profileOf(member, { clock, competences }), member }));
  const all = [...people, newcomerOf(clock)].toSorted((a, b) => a.joinedAt.localeCompare(b.joinedAt));
  const accounts = await seedAccounts(client, all);
  const rows = all.map(({ member: _, ...row }) => ({
    id: idAt(row.joinedAt),
    accountId: accounts.get(row.handle),
    ...row,
  }));
  await insert(client, "Member", rows);
  const ids = new Map(rows.map(({ handle, id }) => [handle, id]));
  await seedParts(client, { world, clock, competences, ids });
  return ids;
}

/** A competence at a level, as a profile keeps it (lib/member/competence/rules.ts). */
const heldOf = ({ competence, level }, competences) => known(competences, competence) * 8 + level;

function profileOf({ slug, name, place, joinedDay, visibility, languages, values, ...member }, { clock, competences }) {
  return {
    handle: slug,
    name,
    headline: member.headline.it,
    about: member.about.it,
    story: member.story.it,
    valueBrought: member.valueBrought.it,
    audience: member.audience.it,
    vision: member.vision.it,
    placeSlug: place,
    languages: languages.map(({ code }) => code),
    competences: member.competences.map((held) => heldOf(held, competences)),
    values,
    isListed: visibility.directory,
    isPublic: visibility.directory,
    isIndexed: visibility.searchEngines,
    welcomeStep: null,
    joinedAt: clock.at(joinedDay, "09:30"),
  };
}

/** Somebody who has just proven the address and said nothing yet. */
function newcomerOf(clock) {
  const { name } = DEMO_ACCOUNTS.find(({ role }) => role === "newcomer");
  return {
    handle: "nora-bassani",
    name,
    headline: "",
    about: "",
    story: "",
    valueBrought: "",
    audience: "",
    vision: "",
    placeSlug: null,
    languages: [],
    competences: [],
    values: [],
    isListed: true,
    isPublic: false,
    isIndexed: false,
    welcomeStep: 1,
    joinedAt: clock.now,
  };
}

async function seedParts(client, { world, clock, competences, ids }) {
  const each = (rowsOf) => world.members.flatMap((member) => rowsOf(member, known(ids, member.slug)));
  await insert(client, "MemberFieldAudience", each(audiencesOf));
  await insert(
    client,
    "Exchange",
    each((member, memberId) =>
      [
        ...member.offers.map((item) => exchangeOf(item, "OFFER")),
        ...member.asks.map((item) => exchangeOf(item, "ASK")),
      ].map((row) => ({ ...row, memberId })),
    ),
  );

  function exchangeOf({ kind, competence, title, createdDay, expiresDay }, side) {
    const createdAt = clock.at(createdDay, side === "OFFER" ? "18:00" : "18:30");
    return {
      id: idAt(createdAt),
      side,
      kind: kind.toUpperCase(),
      title: title.it,
      competenceId: competence ? known(competences, competence) : null,
      untilOn: clock.on(expiresDay),
      createdAt,
    };
  }
}

function audiencesOf({ visibility }, memberId) {
  return [
    { memberId, field: "STORY", audience: word("audience", visibility.story) },
    { memberId, field: "VISION", audience: word("audience", visibility.vision) },
  ].filter(({ audience }) => audience !== DEFAULT_AUDIENCE);
}
