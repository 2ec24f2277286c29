import "server-only";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { redirect } from "@/lib/i18n/navigation";
import type { Actor, Viewer } from "./actor";
import { dropSessionCookie, giveSessionCookie, readSessionToken, type SessionCookie } from "./cookie";
import { endSession, findActor } from "./sessions";

/** Who is looking; null only when nobody is signed in. A database fault throws: it never reads as «signed out». */
export const getViewer = cache(async (): Promise<Viewer> => {
  const token = await readSessionToken();
  return token ? findActor(token) : null;
});

/** Signs this browser in, and out of what it was signed in to before. */
export async function enter(cookie: SessionCookie): Promise<void> {
  const earlier = await readSessionToken();
  await giveSessionCookie(cookie);
  if (earlier) await endSession(earlier);
}

/** Signs this browser out. */
export async function leave(): Promise<void> {
  const token = await readSessionToken();
  if (token) await endSession(token);
  await dropSessionCookie();
}

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
