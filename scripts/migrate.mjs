// deploy | new NAME | check | status | resolve NAME
import { withDatabase } from "./lib/command-database.mjs";
import { create, deploy, difference, resolve, status } from "./lib/migrations.mjs";
import { command, Problem } from "./lib/problem.mjs";
import { inRoot } from "./lib/root.mjs";

const folder = process.env.PRISMA_DIR ?? inRoot("prisma");
const [verb, argument] = process.argv.slice(2);

const verbs = {
  async deploy(url) {
    const applied = await deploy(url, folder);
    console.log(applied.length ? `applied ${applied.join(", ")}` : "nothing to apply");
  },
  async new(url) {
    if (!/^[a-z0-9_]+$/.test(argument ?? "")) throw new Problem("Name the migration: small letters, digits and _.");
    const name = await create(url, folder, argument);
    console.log(name ? `wrote prisma/migrations/${name}` : "the schema and the migrations agree: nothing to write");
  },
  async check(url) {
    const sql = await difference(url, folder);
    if (sql !== null) throw new Problem(`The schema and the migrations differ:\n${sql}`);
    console.log("the schema and the migrations agree");
  },
  async status(url) {
    const found = Object.entries(await status(url, folder)).filter(([, names]) => names.length > 0);
    for (const [state, names] of found) console.log(`${state}: ${names.join(", ")}`);
    if (found.length === 0) console.log("up to date");
    else process.exitCode = 1;
  },
  async resolve(url) {
    if (!argument) throw new Problem("Name the failed migration.");
    await resolve(url, folder, argument);
    console.log(`${argument} is marked as rolled back`);
  },
};

await command(async () => {
  const run = verbs[verb];
  if (!run) throw new Problem("node scripts/migrate.mjs deploy | new NAME | check | status | resolve NAME");
  const needsOnlyAServer = verb === "new" || verb === "check";
  await withDatabase(run, { needsOnlyAServer });
});
