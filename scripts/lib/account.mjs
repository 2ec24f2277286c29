import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { isInitialised } from "./postgres-folder.mjs";
import { Problem } from "./problem.mjs";

const asUs = { ids: {}, wrap: (command, args) => [command, args] };

/** Root, seen by the child as user 1000: for folders that no other account can reach. `unshare` execs, so the pid stays. */
const asNamespace = {
  ids: {},
  wrap: (command, args) => ["unshare", ["--user", "--map-user=1000", "--map-group=1000", command, ...args]],
};

const as = (uid, gid) => ({ ...asUs, ids: { uid, gid } });

/**
 * How to run PostgreSQL, which refuses root: as ourselves when we are not root; as the owner of an existing data folder;
 * for a new folder as an unprivileged account that can reach it, else in a user namespace.
 */
export function accountFor(folder, native) {
  if (process.getuid?.() !== 0) return asUs;
  if (isInitialised(folder)) {
    const { uid, gid } = fs.statSync(folder);
    return uid === 0 ? asNamespace : as(uid, gid);
  }
  const other = ["postgres", "nobody"].map(idsOf).find((ids) => ids && canReach(ids, [folder, native]));
  if (other) return as(other.uid, other.gid);
  if (spawnSync("unshare", ["--user", "--map-user=1000", "true"]).status === 0) return asNamespace;
  throw new Problem(
    "PostgreSQL does not run as root, and neither another account nor a user namespace can reach this folder: " +
      "run as an ordinary user, or set DATABASE_URL.",
  );
}

function idsOf(name) {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
  return uid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null;
}

function canReach(ids, places) {
  return places.every((place) => {
    let folder = path.resolve(place);
    while (!fs.existsSync(folder)) folder = path.dirname(folder);
    return spawnSync("test", ["-x", folder], { ...ids, cwd: "/" }).status === 0;
  });
}
