import { readFileSync } from "node:fs";
import { hash } from "@node-rs/argon2";
import { idAt, insert } from "./database.mjs";

/** The same cost as lib/auth/password.ts. */
const COST = { memoryCost: 32 * 1024, timeCost: 3, parallelism: 1, algorithm: 2 };

const file = new URL("../demo-accounts.json", import.meta.url);
export const DEMO_ACCOUNTS = JSON.parse(readFileSync(file, "utf8"));

/** The versions in force of what one accepts on signing up, with their hashes; a test compares them with lib/i18n/documents.ts. */
const DOCUMENTS = [
  {
    document: "terms",
    version: "2026-11-21",
    hash: "6ca254d991e43016b9e5ff02403f271a438fb28c18195ef7e61c0baa754b7693",
  },
  {
    document: "privacy",
    version: "2026-11-22",
    hash: "234e03a6127f52aa6dda76a7039db64b39bf674d9b1fcfff1bfa26b5facb6bae",
  },
];

/** One account with a proven address for each person; a password only for those one signs in as. All accepted the documents in force. Returns their ids by handle. */
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
  const acceptances = rows.flatMap(({ id, createdAt }) =>
    DOCUMENTS.map((document) => ({ ...document, accountId: id, acceptedAt: createdAt })),
  );
  await insert(client, "TermsAcceptance", acceptances);
  return new Map(people.map(({ handle }, i) => [handle, rows[i].id]));
}
