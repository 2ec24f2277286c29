import { PersonTile } from "@/components/ui/emblem";
import { Link } from "@/lib/i18n/navigation";
import type { PersonView } from "@/lib/membership/types";

/** A name, leading to the profile where there is one to read. */
export function PersonName({ person: { handle, name, isReadable } }: { person: PersonView }) {
  if (!isReadable) return name;
  return <Link href={{ pathname: "/people/[handle]", params: { handle } }}>{name}</Link>;
}

/** Their tile. */
export function Portrait({ person, side }: { person: PersonView; side: 32 | 40 | 48 | 64 }) {
  const { handle, name, values, photo } = person;
  return <PersonTile slug={handle} name={name} values={values} photo={photo} side={side} />;
}
