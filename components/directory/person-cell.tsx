import { Emblem, PersonTile } from "@/components/ui/emblem";
import { Swap } from "@/components/ui/swap";
import { Why } from "@/components/ui/why";
import type { PersonLine } from "./person-line";

type PersonCellProps = { person: PersonLine; href: string; level: 2 | 3 };

/** One person of the list: what they bring, what they look for, and why they are here. */
export function PersonCell({ person, href, level }: PersonCellProps) {
  const { handle, name, headline, lang, place, value, photo, offers, asks, why, associations } = person;
  const Name = `h${level}` as const;
  return (
    <li>
      <div className="who who--top">
        <PersonTile slug={handle} name={name} values={value ? [value] : []} photo={photo} side={56} />
        <div>
          <Name className="name">
            <a href={href}>{name}</a>
          </Name>
          {headline ? (
            <span className="meta" lang={lang}>
              {headline}
            </span>
          ) : null}
          {place ? <span className="meta">{place}</span> : null}
        </div>
        {associations ? <Belongings {...associations} /> : null}
      </div>
      <Swap offers={offers} asks={asks} />
      {why ? <Why cause={why.cause}>{why.more}</Why> : null}
    </li>
  );
}

function Belongings({ words, emblems }: NonNullable<PersonLine["associations"]>) {
  return (
    <span className="who-in">
      <span className="vh">{words}</span>
      {emblems.map(({ slug, values }) => (
        <Emblem key={slug} slug={slug} values={values} side={24} />
      ))}
    </span>
  );
}
