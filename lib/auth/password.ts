import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** m = 32 MiB, t = 3, p = 1; 2 is argon2id (the library's enum is ambient and cannot be imported here). */
const COST = { memoryCost: 32 * 1024, timeCost: 3, parallelism: 1, algorithm: 2 as const };

/** Of a password nobody has, at the same cost: what is checked where there is nothing to check. */
export const DECOY =
  "$argon2id$v=19$m=32768,t=3,p=1$ONoSiLUB/5ZhsjD5noy4ig$Suu+qottlWga3RLYdUaYzpNE9Ct69TvW9JXLIj9SUDY";

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), COST);

/** Takes as long for an unknown person, or one without a password, as for a known one. */
export async function checkPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const isSame = await verify(stored ?? DECOY, password.normalize("NFKC"));
  return isSame && Boolean(stored);
}
