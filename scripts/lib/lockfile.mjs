const systems = ["darwin", "win32", "linux", "android", "freebsd", "openharmony", "netbsd", "openbsd", "sunos", "aix"];
const processors = {
  ...{ arm64: "arm64", x64: "x64", ia32: "ia32", armv7: "arm", arm: "arm", ppc64: "ppc64", riscv64: "riscv64" },
  ...{ s390x: "s390x", loong64: "loong64", mips64el: "mips64el", wasm32: "wasm32" },
};

/** Where Node would look for a package required from `place`, nearest first. */
function placesFor(place, name) {
  const above = place.lastIndexOf("/node_modules/");
  const own = `${place ? `${place}/` : ""}node_modules/${name}`;
  if (!place) return [own];
  return [own, ...placesFor(above > 0 ? place.slice(0, above) : "", name)];
}

/** The optional dependencies for some platform that the lockfile does not describe, with the package that asks for each. */
export function missingPlatforms(packages) {
  return Object.entries(packages).flatMap(([place, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => isForPlatform(name) && !placesFor(place, name).some((found) => packages[found]))
      .map(([name, range]) => ({ name, range, isDev: entry.dev === true })),
  );
}

const systemOf = (name) => systems.find((system) => name.includes(system));
const isForPlatform = (name) => systemOf(name) !== undefined || name.includes("wasm32");

/** The entry npm would have written on the platform that a package is for, as far as its name tells. */
export function entryFor({ name, range, isDev }) {
  const system = systemOf(name);
  const processor = Object.keys(processors).find((known) => name.includes(known));
  const libc = name.includes("musl") ? "musl" : name.includes("gnu") && system === "linux" ? "glibc" : null;
  return {
    version: range.replace(/^[\^~]/, ""),
    ...(processor && { cpu: [processors[processor]] }),
    ...(isDev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(system && { os: [system] }),
  };
}

/** The lockfile's packages with an entry for every platform, in npm's order. */
export function completed(packages) {
  const added = missingPlatforms(packages).map((missing) => [`node_modules/${missing.name}`, entryFor(missing)]);
  const all = [...Object.entries(packages), ...added].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(all);
}
