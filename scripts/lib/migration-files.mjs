import fs from "node:fs";
import path from "node:path";

/** The schema as the engine wants it: every .prisma file outside `migrations`. */
export function readSchema(folder) {
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".prisma") && !file.startsWith("migrations"))
    .sort()
    .map((file) => ({ path: path.join(folder, file), content: fs.readFileSync(path.join(folder, file), "utf8") }));
}

const foldersIn = (folder) =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];

/** The migrations as the engine wants them, oldest first. */
export function readMigrations(folder) {
  return {
    baseDir: path.resolve(folder),
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: foldersIn(folder).map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: fs.readFileSync(path.join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

/** Writes a new migration, and Prisma's lock file beside the first one. */
export function writeMigration(folder, name, sql) {
  fs.mkdirSync(path.join(folder, name), { recursive: true });
  fs.writeFileSync(path.join(folder, name, "migration.sql"), sql);
  const lock = path.join(folder, "migration_lock.toml");
  if (!fs.existsSync(lock)) fs.writeFileSync(lock, 'provider = "postgresql"\n');
}
