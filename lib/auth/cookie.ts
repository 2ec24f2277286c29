import "server-only";
import { cookies } from "next/headers";
import { isSecure } from "@/lib/env";

export const sessionCookie = () => (isSecure() ? "__Host-tessera" : "tessera");
export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;

/** What a browser is given when it signs in. */
export type SessionCookie = { readonly token: string; readonly expiresAt: Date };

export async function readSessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookie())?.value ?? null;
}

export async function giveSessionCookie({ token, expiresAt }: SessionCookie): Promise<void> {
  (await cookies()).set(sessionCookie(), token, { ...cookieOptions(), expires: expiresAt });
}

/** Overwritten rather than deleted: a browser drops a `__Host-` cookie only for one with the same flags. */
export async function dropSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookie(), "", { ...cookieOptions(), maxAge: 0 });
}
