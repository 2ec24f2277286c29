import { createHash, randomBytes } from "node:crypto";

/** A session ends after so many days, whatever happens. */
export const SESSION_DAYS = 30;
/** And after so many days in which nobody used it. */
export const IDLE_DAYS = 14;
/** A link in a mail opens the door for so long, once. */
export const LINK_MINUTES = 15;

/** 256 random bits, for session cookies and links. */
export const newToken = () => randomBytes(32).toString("base64url");

/** What the database keeps of a token. */
export const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");
