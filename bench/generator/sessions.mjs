import { createHash } from "node:crypto";
import { idOf, KINDS, stampOf } from "./calendar.mjs";
import { accountId } from "./members.mjs";

const SESSIONS = 64;
const EXPIRES = "2099-01-01T00:00:00Z";

/** Numbers of the members somebody is signed in as, spread over everyone. */
export const viewersOf = ({ members }) =>
  Array.from({ length: Math.min(SESSIONS, members) }, (_, i) => Math.floor((i * members) / SESSIONS));

/** What such a browser sends. No secret: it opens only databases that hold nobody. */
export const tokenOf = (n) => `tessera-bench-${n}`;

/** The table of sessions. */
export function sessionTables(world) {
  const at = stampOf(world.calendar.end);
  function* rows() {
    for (const n of viewersOf(world)) {
      const hash = createHash("sha256").update(tokenOf(n)).digest("hex");
      yield [idOf(KINDS.session, world.calendar.end, n), hash, accountId(world, n), "bench", at, at, EXPIRES];
    }
  }
  const columns = ["id", "tokenHash", "accountId", "userAgent", "createdAt", "lastSeenAt", "expiresAt"];
  return [{ table: "Session", columns, rows }];
}
