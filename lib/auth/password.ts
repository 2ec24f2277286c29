import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** m = 32 MiB, t = 3, p = 1; 2 is argon2id (the library's enum is ambient and cannot be imported here). */
const COST = { memoryCost: 32 * 1024, timeCost: 3, parallelism: 1, algorithm: 2 as const };

let decoy: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), COST);

/** Takes as long for an unknown person, or one without a password, as for a known one. */
export async function checkPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const isSame = await verify(stored ?? (await decoy), password.normalize("NFKC"));
  return isSame && Boolean(stored);
}
