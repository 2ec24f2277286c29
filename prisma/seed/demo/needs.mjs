import { readFileSync } from "node:fs";
import { idAt, insert, known } from "./database.mjs";

const needs = JSON.parse(readFileSync(new URL("../data/demo-needs.json", import.meta.url), "utf8"));
const ASK_DAYS = 14;

/** People who are asked, by name, to cover a need, and have not answered yet. */
export async function seedNeeds(client, { clock, members, needById }) {
  await insert(
    client,
    "NeedAsk",
    needs.asks.map(({ need, by, to, day, reason }) => {
      const { row } = known(needById, need);
      const askedAt = clock.at(day, "10:30");
      const people = { toId: known(members, to), askedById: known(members, by) };
      const asked = {
        projectId: row.projectId,
        needId: row.id,
        reason,
        askedAt,
        expiresAt: clock.after(askedAt, ASK_DAYS),
      };
      return { id: idAt(askedAt), ...people, ...asked };
    }),
  );
}
