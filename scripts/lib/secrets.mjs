import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { inData } from "./data-folder.mjs";

/** A secret of this clone: made once, kept where only its owner reads. */
function kept(name, encoding) {
  const file = inData(name);
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(32).toString(encoding), { mode: 0o600 });
  return fs.readFileSync(file, "utf8").trim();
}

export const authSecret = () => process.env.AUTH_SECRET || kept("auth-secret", "base64url");

/** Part of the build: with another key, the server actions of a built page are unknown. */
export const actionsKey = () => process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || kept("actions-key", "base64");
