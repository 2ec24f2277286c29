import { readFileSync } from "node:fs";
import { hash } from "@node-rs/argon2";
import { idAt, insert } from "./database.mjs";

/** The same cost as lib/auth/password.ts. */
const COST = { memoryCost: 32 * 1024, timeCost: 3, parallelism: 1, algorithm: 2 };

const file = new URL("../demo-accounts.json", import.meta.url);
export const DEMO_ACCOUNTS = JSON.parse(readFileSync(file, "utf8"));

/** One account with a proven address for each person; a password only for those one signs in as. Returns their ids by handle. */
export async function seedAccounts(client, people) {
  const demo = new Map(DEMO_ACCOUNTS.map((account) => [account.name, account]));
  const rows = await Promise.all(
    people.map(async ({ handle, name, joinedAt }) => {
      const account = demo.get(name);
      return {
        id: idAt(joinedAt),
        email: account?.email ?? `${handle}@example.org`,
        emailVerifiedAt: joinedAt,
        passwordHash: account ? await hash(account.password.normalize("NFKC"), COST) : null,
        createdAt: joinedAt,
      };
    }),
  );
  await insert(client, "Account", rows);
  return new Map(people.map(({ handle }, i) => [handle, rows[i].id]));
}
