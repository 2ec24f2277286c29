import { db } from "@/lib/db/client";
import { brokenInvariants, makeCrowd } from "@/lib/testing/projects";
import { signIn, typedPapers } from "../ground/people";
import { setScene } from "../ground/scene";

/** People signed in, associations open to all, and what is typed into their pages; nobody is left connected. */
export async function makeWorld({ people, associations }: { people: number; associations: number }) {
  const crowd = await makeCrowd(people);
  const stewards = await makeCrowd(1);
  const cookies = await signIn(crowd);
  const slugs: string[] = [];
  for (let i = 0; i < associations; i++) slugs.push((await setScene({ stewards, entry: "OPEN" })).slug);
  await db.$disconnect();
  const members = crowd.map(({ memberId }, i) => ({ memberId, cookie: cookies[i] ?? "" }));
  return { members, slugs, papers: typedPapers("") };
}

export { brokenInvariants };
