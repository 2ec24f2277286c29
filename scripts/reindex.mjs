// Brings search in line with everybody's profile: `npm run reindex`, in batches while the site runs. Where there is nothing to bring
// in line, or with `--rebuild`, everything is made anew, which is quicker for many people; search finds few of them meanwhile.
import { parseArgs } from "node:util";
import { withDatabase } from "./lib/command-database.mjs";
import { rebuild, refreshAll, stateOf } from "./lib/directory-index.mjs";
import { command } from "./lib/problem.mjs";

const { values } = parseArgs({ options: { rebuild: { type: "boolean", default: false } } });

await command(() =>
  withDatabase(
    async (url) => {
      const people = values.rebuild || (await stateOf(url)).isUnindexed ? await rebuild(url) : await refreshAll(url);
      console.log(`${people} people brought in line with their profiles.`);
    },
    { needsOnlyAServer: false },
  ),
);
