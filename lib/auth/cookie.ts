import "server-only";
import { isSecure } from "@/lib/env";

export const SESSION_DAYS = 30;
export const LINK_MINUTES = 15;

export const sessionCookie = () => (isSecure() ? "__Host-tessera" : "tessera");
export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;
