import { defineConfig } from "prisma/config";

// `prisma generate` and `validate` start by looking for a native engine on the network.
// Any existing executable ends that search; neither command ever runs it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
});
