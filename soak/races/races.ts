import { db } from "@/lib/db/client";
import { brokenInvariants, makeCrowd } from "@/lib/testing/projects";
import { APPLICATIONS } from "./applications";
import { BALLOTS } from "./ballots";
import { BELONGING } from "./belonging";
import { CARRIERS } from "./carriers";
import { CASES } from "./cases";
import { CHARTERS } from "./charters";
import { DEEDS } from "./deeds";
import { DOING } from "./doing";
import { MEMBERS } from "./members";
import { OPENINGS } from "./openings";
import { noteOrder } from "./order";
import { PLACES } from "./places";
import { PROJECTS } from "./projects";
import type { Crowd, Race } from "./race";
import { REPORTS } from "./reports";
import { ROLES } from "./roles";
import { SEATS } from "./seats";
import { STEWARDS } from "./stewards";

export { FORM_RACES } from "./forms";

/** One for each rule that is kept by a lock. */
export const RACES: readonly Race[] = [
  ...[...PLACES, ...APPLICATIONS, ...OPENINGS, ...STEWARDS, ...MEMBERS, ...ROLES, ...BELONGING],
  ...[...PROJECTS, ...DOING, ...SEATS, ...CARRIERS, ...DEEDS, ...BALLOTS, ...CHARTERS, ...CASES, ...REPORTS],
];

const CONTENDERS = 64;
const STEWARDS_MAX = 8;

/** The people of a run: the same in every race. From now on the order of what they write is noted. */
export async function gatherCrowd(): Promise<Crowd> {
  await noteOrder();
  const contenders = await makeCrowd(CONTENDERS);
  return { contenders, stewards: await makeCrowd(STEWARDS_MAX) };
}

/** Rows that break a rule spanning tables, in words. */
export const broken = async (): Promise<string[]> =>
  (await brokenInvariants()).map((row) => `check_invariants: ${JSON.stringify(row)}`);

/** Forgets everything the races of a round left, but for the people: else each check would read all of them again. */
export async function clearField(): Promise<void> {
  await db.$executeRaw`TRUNCATE "Association", "Project", "Activity", "FormKey", "Written" CASCADE`;
}
