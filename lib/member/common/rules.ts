import type { Looker } from "@/lib/directory/types";
import { ancestorsOf } from "@/lib/taxonomy/rules";
import type { CommonGround, StandingExchange, VisibleProfile } from "../types";

const isAmong = (slug: string, sought: readonly string[]) =>
  [slug, ...ancestorsOf(slug)].some((above) => sought.includes(above));

const meeting = (exchanges: readonly StandingExchange[], sought: readonly string[]) => [
  ...new Set(exchanges.flatMap(({ competence }) => (competence && isAmong(competence, sought) ? [competence] : []))),
];

/** What whoever looks has in common with somebody, as far as that person's page shows it; null when there is nothing, or it is theirs. */
export function commonGround(profile: VisibleProfile, looker: Looker, shared: readonly string[]): CommonGround | null {
  if (looker.handle === null || looker.handle === profile.handle) return null;
  const ground = {
    associations: profile.memberships.filter(({ slug }) => shared.includes(slug)).map(({ name }) => name),
    values: profile.values.filter((slug) => looker.values.includes(slug)),
    givesMe: meeting(profile.offers, looker.asks),
    needsMe: meeting(profile.asks, looker.offers),
  };
  return Object.values(ground).some((list) => list.length > 0) ? ground : null;
}
