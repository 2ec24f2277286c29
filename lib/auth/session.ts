import "server-only";
import { cookies, headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { db } from "@/lib/db/client";
import { redirect } from "@/lib/i18n/navigation";
import type { Actor, Viewer } from "./actor";
import { sessionCookie } from "./cookie";
import { hashToken } from "./token";

/** Who is looking; null only when nobody is signed in. A database fault throws: it never reads as «signed out». */
export const getViewer = cache(async (): Promise<Viewer> => {
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token) return null;
  const rows = await db.$queryRaw<Omit<Actor, "formKey">[]>`
    SELECT a."id"::text AS "accountId", m."id"::text AS "memberId", s."id"::text AS "sessionId", m."handle", m."name",
           m."photoId"::text AS "photoId", a."emailVerifiedAt" IS NOT NULL AS "hasVerifiedEmail",
           a."suspendedAt" IS NOT NULL AS "isSuspended"
      FROM "Session" s JOIN "Account" a ON a."id" = s."accountId" JOIN "Member" m ON m."accountId" = a."id"
     WHERE s."tokenHash" = ${hashToken(token)} AND s."expiresAt" > now()`;
  return rows[0] ? ({ ...rows[0], formKey: null } as Actor) : null;
});

/** The path being asked for, as the proxy noted it; for coming back after signing in. */
export async function currentPath(): Promise<string> {
  return (await headers()).get("x-tessera-path") ?? "/";
}

/** For pages of members only: the actor, or a way to the sign-in page and back. */
export async function requireActor(): Promise<Actor> {
  const viewer = await getViewer();
  if (viewer) return viewer;
  return redirect({ href: { pathname: "/sign-in", query: { next: await currentPath() } }, locale: await getLocale() });
}
