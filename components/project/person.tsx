import { useTranslations } from "next-intl";
import { PersonTile } from "@/components/ui/emblem";
import type { Sitter } from "@/components/ui/feasibility";
import { Link } from "@/lib/i18n/navigation";
import type { Person } from "@/lib/project/types";

/** Somebody's name, leading to their profile where there is one to read. */
export function PersonName({ person }: { person: Person }) {
  const t = useTranslations("project");
  if (!person) return t("someone");
  if (!person.isReadable) return person.name;
  return <Link href={{ pathname: "/people/[handle]", params: { handle: person.handle } }}>{person.name}</Link>;
}

/** A small tile and the name, as tables show who did something. */
export function PersonCell({ person }: { person: Person }) {
  return (
    <span className="who">
      {person ? <PersonTile slug={person.handle} name={person.name} values={person.values} side={24} /> : null}
      <span>
        <PersonName person={person} />
      </span>
    </span>
  );
}

/** Whoever sits somewhere; those a visitor may not know keep their place, without a name. */
export function sitterOf(person: Person, place: number, someone: string): Sitter {
  return person ?? { handle: `someone-${place}`, name: someone, values: [], isNameless: true };
}
