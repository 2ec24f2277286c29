import fs from "node:fs";
import { inRoot } from "./root.mjs";
import { filesBelow, readStamp, stampOf } from "./stamp.mjs";
import { runNode, step } from "./step.mjs";

const offline = { PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };

/** Generates the database client when the schema is not the one it was generated from. */
export async function prepareClient() {
  const schema = filesBelow("prisma").filter((file) => file.endsWith(".prisma"));
  if (schema.length === 0) return;
  const file = inRoot("lib/db/generated/.schema-stamp");
  const stamp = stampOf([...schema, "node_modules/prisma/package.json"]);
  if (readStamp(file) === stamp) return;
  await step("Generating the database client", async () => {
    await runNode(["node_modules/prisma/build/index.js", "generate"], { what: "prisma generate", env: offline });
  });
  fs.writeFileSync(file, stamp);
}
