import { Emblem, PersonTile } from "@/components/ui/emblem";
import { Swap } from "@/components/ui/swap";
import { Who } from "@/components/ui/who";
import { Why } from "@/components/ui/why";
import type { PersonLine } from "./person-line";

type PersonCellProps = { person: PersonLine; href: string; level: 2 | 3 };

/** One person of the list: what they bring, what they look for, and why they are here. */
export function PersonCell({ person, href, level }: PersonCellProps) {
  const { handle, name, headline, lang, place, value, photo, offers, asks, why, associations } = person;
  return (
    <li>
      <Who
        isTop
        level={level}
        tile={<PersonTile slug={handle} name={name} values={value ? [value] : []} photo={photo} side={56} />}
        name={<a href={href}>{name}</a>}
        lines={[
          ...(headline
            ? [
                <span key="headline" lang={lang}>
                  {headline}
                </span>,
              ]
            : []),
          ...(place ? [place] : []),
        ]}
        end={associations ? <Belongings {...associations} /> : null}
      />
      <Swap offers={offers} asks={asks} />
      {why ? <Why cause={why.cause}>{why.more}</Why> : null}
    </li>
  );
}

function Belongings({ words, emblems }: NonNullable<PersonLine["associations"]>) {
  return (
    <>
      <span className="vh">{words}</span>
      {emblems.map(({ slug, values }) => (
        <Emblem key={slug} slug={slug} values={values} side={24} />
      ))}
    </>
  );
}
