import fs from "node:fs";

const local = /^(localhost|127\..*|\[::1\])$/;
const isInContainer = () => ["/.dockerenv", "/run/.containerenv"].some((file) => fs.existsSync(file));

/**
 * The name to listen on; undefined is all addresses. A site tried out has known passwords and shows its mails: it is for this
 * machine alone, until APP_URL says where others reach it. A container has an address of its own.
 * @param {{ HOST?: string | undefined, APP_URL?: string | undefined }} env
 */
export function hostFor({ HOST, APP_URL }, isContained = isInContainer()) {
  if (HOST) return HOST;
  const isForOthers = APP_URL && URL.canParse(APP_URL) && !local.test(new URL(APP_URL).hostname);
  return isForOthers || isContained ? undefined : "localhost";
}
