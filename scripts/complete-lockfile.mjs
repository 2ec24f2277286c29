// After `npm install`: npm records optional packages only for the platform it runs on; add those for the others.
import fs from "node:fs";
import { completed, missingPlatforms } from "./lib/lockfile.mjs";
import { inRoot } from "./lib/root.mjs";

const file = process.argv[2] ?? inRoot("package-lock.json");
const lock = JSON.parse(fs.readFileSync(file, "utf8"));
const count = missingPlatforms(lock.packages).length;
lock.packages = completed(lock.packages);
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${count} packages for other platforms added`);
