import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { saveSearch } from "@/lib/directory/saved/commands";
import { addExchange } from "@/lib/member/exchange/commands";
import { makeCalendar } from "@/lib/project/calendar/commands";
import { findOwnCalendar } from "@/lib/project/calendar/queries";
import type { Subject } from "../subject";
import { signIn, somebody } from "../world/people";
import { done } from "../world/place";
import { EXCHANGE } from "../world/profile";
import { nothing, type World } from "../world/scene";

/** Things that belong to one person and have an id: a browser signed in, an offer, a saved search, what they were told. */
export const own: Subject = {
  near: ["holder"],
  async scenes(world) {
    const holder = await somebody();
    const nobody = await somebody();
    const feed = await feedOf(holder);
    return {
      there: await world.scene(
        await world.home(),
        { ...(await thingsOf(world, holder)), part: "value", token: await cardOf(world), feed },
        { holder },
      ),
      absent: await world.scene(await world.home(), NOTHING, { holder: nobody }),
    };
  },
  acts: {
    revokeSession: ({ sessionId = "" }) => ({ sessionId }),
    editExchange: ({ exchangeId = "" }) => ({ ...EXCHANGE, id: exchangeId }),
    withdrawExchange: ({ exchangeId = "" }) => ({ id: exchangeId }),
    markSeen: ({ searchId = "" }) => ({ id: searchId, shown: "qualcuno" }),
    forgetSearch: ({ searchId = "" }) => ({ id: searchId }),
    markRead: ({ toldId = "" }) => ({ upTo: toldId }),
    renewCalendar: () => ({}),
    removeCalendar: () => ({}),
  },
  pages: ["/cards/[token]", "/api/calendars/[feed]"],
  open: {},
  asks: {
    "project/calendar.findOwnCalendar": (actor) => findOwnCalendar(actor),
  },
};

async function feedOf(holder: Actor): Promise<string> {
  done(await makeCalendar(holder, {}));
  return (await findOwnCalendar(holder))?.token ?? "";
}

async function cardOf(world: World): Promise<string> {
  const { active } = (await world.home()).people;
  const where = { membership: { memberId: active.memberId } };
  return (await db.membershipCard.findFirstOrThrow({ where, select: { token: true } })).token;
}

/** Told before there was anybody to tell. */
const BEFORE = "00000000-0000-7000-8000-000000000000";
const NOTHING = {
  ...{ sessionId: nothing(), exchangeId: nothing(), searchId: nothing(), toldId: BEFORE, part: "value" },
  ...{ token: "A".repeat(43), feed: "A".repeat(43) },
};

async function thingsOf(world: World, holder: Awaited<ReturnType<typeof somebody>>) {
  const { actor } = await signIn(holder);
  const exchange = { side: "OFFER", kind: "SKILL", title: "Una mattina", competence: null, untilOn: null } as const;
  done(await addExchange(holder, exchange));
  done(await saveSearch(holder, { query: "q=liutaio", locale: "it" }));
  const { memberId } = holder;
  const { id: exchangeId } = await db.exchange.findFirstOrThrow({ where: { memberId }, select: { id: true } });
  const { id: searchId } = await db.savedSearch.findFirstOrThrow({ where: { memberId }, select: { id: true } });
  return { sessionId: actor.sessionId, exchangeId, searchId, toldId: await tell(world, memberId) };
}

async function tell(world: World, memberId: string): Promise<string> {
  const place = await world.home();
  const about = { associationId: place.id, subjectId: place.id, at: addDays(new Date(), -1) };
  const activity = await db.activity.create({ data: { kind: "association.founded", ...about }, select: { id: true } });
  const data = { memberId, activityId: activity.id, kind: "invitation", createdAt: about.at };
  return (await db.notification.create({ data: data as never, select: { id: true } })).id;
}
