import { useLocale, useTranslations } from "next-intl";
import { Emblem, PersonTile } from "@/components/ui/emblem";
import { Swap } from "@/components/ui/swap";
import { Who } from "@/components/ui/who";
import type { CardAssociation, PersonCard } from "@/lib/directory/types";
import { Link } from "@/lib/i18n/navigation";
import { placeWithProvince } from "@/lib/taxonomy/place/rules";
import { PersonWhy } from "./person-why";

/** One person of the list: what they bring, what they look for, and why they are here. */
export function PersonCell({ person, level = 2 }: { person: PersonCard; level?: 2 | 3 }) {
  const language = useLocale();
  const { handle, name, headline, placeSlug, card, associations, why } = person;
  const lang = card.locale === language ? undefined : card.locale;
  return (
    <li>
      <Who
        isTop
        level={level}
        tile={
          <PersonTile
            slug={handle}
            name={name}
            values={card.values}
            photo={card.photoId && `/api/files/${card.photoId}`}
            side={56}
          />
        }
        name={<Link href={{ pathname: "/people/[handle]", params: { handle } }}>{name}</Link>}
        lines={[
          ...(headline
            ? [
                <span key="headline" lang={lang}>
                  {headline}
                </span>,
              ]
            : []),
          ...(placeSlug ? [placeWithProvince(placeSlug, language)] : []),
        ]}
        end={associations.length > 0 ? <Belongings associations={associations} /> : null}
      />
      <Swap offers={card.offers[0]?.title} asks={card.asks[0]?.title} />
      <PersonWhy why={why} />
    </li>
  );
}

function Belongings({ associations }: { associations: readonly CardAssociation[] }) {
  const t = useTranslations("directory.person");
  return (
    <>
      <span className="vh">{t("associations", { names: associations.map(({ name }) => name).join(", ") })}</span>
      {associations.map(({ slug, values }) => (
        <Emblem key={slug} slug={slug} values={values} side={24} />
      ))}
    </>
  );
}
