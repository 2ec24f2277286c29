import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { KINDS, type Kind } from "../kinds";
import { type Person, signIn, somebody, suspend, unprove } from "./people";
import { aPlace, type Ending, type Place } from "./place";

/** One state of a subject: what its addresses and forms name, and who looks. */
export type Scene = {
  readonly params: Readonly<Record<string, string>>;
  readonly people: Readonly<Partial<Record<Kind, Person | null>>>;
};

type Outsider = "unproven" | "suspended" | "member" | "foreign" | "guest";

/** What the scenes share: people of no association of theirs, and one place for each ending. */
export class World {
  private readonly places = new Map<string, Promise<Place>>();
  private readonly signedIn = new Map<string, Promise<Person>>();
  private outsiders: Promise<Record<Outsider, Actor>> | undefined;

  place(ending: Ending): Promise<Place> {
    const key = JSON.stringify(ending);
    const place = this.places.get(key) ?? aPlace(ending);
    this.places.set(key, place);
    return place;
  }

  /** The ordinary place: one applies, stewards decide. */
  home(): Promise<Place> {
    return this.place({ entry: "APPLICATION" });
  }

  outside(): Promise<Record<Outsider, Actor>> {
    this.outsiders ??= makeOutsiders();
    return this.outsiders;
  }

  /** A scene in a place; whoever is somebody else towards this subject is named in `also`. */
  async scene(place: Place, params: Scene["params"], also: Partial<Record<Kind, Actor>> = {}): Promise<Scene> {
    const { guest: _, ...outsiders } = await this.outside();
    const all: Partial<Record<Kind, Actor>> = { ...outsiders, ...place.people, ...also };
    const people: Partial<Record<Kind, Person | null>> = { visitor: null };
    for (const [kind, actor] of Object.entries(all)) people[kind as Kind] = await this.person(actor);
    for (const kind of Object.keys(KINDS)) if (!(kind in people)) throw new Error(`nobody is ${kind}`);
    return { params, people };
  }

  private person(actor: Actor): Promise<Person> {
    const person = this.signedIn.get(actor.memberId) ?? signIn(actor);
    this.signedIn.set(actor.memberId, person);
    return person;
  }
}

async function makeOutsiders(): Promise<Record<Outsider, Actor>> {
  const [unproven, suspended, member, guest] = [await somebody(), await somebody(), await somebody(), await somebody()];
  await unprove(unproven);
  await suspend(suspended);
  const { people } = await aPlace({ entry: "APPLICATION" });
  return { unproven, suspended, member, guest, foreign: people.steward };
}

/** What is not there, named as if it were. */
export const NOWHERE = { slug: "nessuno-lo-ha-mai-fondato" } as const;
export const nothing = () => randomUUID();
