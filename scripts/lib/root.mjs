import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository; every script works from here, wherever it was called. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

export const inRoot = (...parts) => path.join(root, ...parts);
