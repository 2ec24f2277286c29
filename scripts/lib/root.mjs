import path from "node:path";

/** The repository; every script works from here, wherever it was called. */
export const root = path.resolve(import.meta.dirname, "../..");

export const inRoot = (...parts) => path.join(root, ...parts);
