import { useLocale, useTranslations } from "next-intl";
import { Table, TableCell } from "@/components/ui/table";
import type { CardExchange, Filters, PersonCard } from "@/lib/directory/types";
import { Link } from "@/lib/i18n/navigation";
import { placeWithProvince } from "@/lib/taxonomy/place/rules";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { TableDownload } from "./table-download";

type PeopleTableProps = { filters: Filters; people: readonly PersonCard[] };

/** The same people in rows, with what somebody of them offers or asks, as dense as a sheet of paper likes it; and the way to have them as a file. */
export function PeopleTable({ filters, people }: PeopleTableProps) {
  const t = useTranslations("directory.table");
  const sides = (["offers", "asks"] as const).filter((side) => people.some(({ card }) => card[side].length > 0));
  const heads = [t("name"), t("place"), t("competences"), ...sides.map((side) => t(side))];
  return (
    <>
      <Table heads={heads} caption={t("caption")} className="people-table">
        {people.map((person) => (
          <PersonRow key={person.handle} person={person} sides={sides} />
        ))}
      </Table>
      <TableDownload filters={filters} />
    </>
  );
}

type PersonRowProps = { person: PersonCard; sides: readonly ("offers" | "asks")[] };

function PersonRow({ person: { handle, name, headline, placeSlug, card }, sides }: PersonRowProps) {
  const t = useTranslations("directory.table");
  const language = useLocale();
  const lang = card.locale === language ? undefined : card.locale;
  const competences = card.competences.map(({ slug }) => competenceLabel(slug, language));
  return (
    <tr>
      <TableCell>
        <Link className="row-name" href={{ pathname: "/people/[handle]", params: { handle } }}>
          {name}
        </Link>
        {headline ? (
          <span className="meta" lang={lang}>
            {headline}
          </span>
        ) : null}
      </TableCell>
      <TableCell label={placeSlug ? t("place") : undefined}>
        {placeSlug ? placeWithProvince(placeSlug, language) : null}
      </TableCell>
      <TableCell label={competences.length > 0 ? t("competences") : undefined}>{competences.join(", ")}</TableCell>
      {sides.map((side) => (
        <TableCell key={side} label={card[side].length > 0 ? t(side) : undefined}>
          <Titles of={card[side]} />
        </TableCell>
      ))}
    </tr>
  );
}

function Titles({ of }: { of: readonly CardExchange[] }) {
  const language = useLocale();
  return of.map(({ title, locale }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two may have one title, and they never reorder
    <span key={i} className="title-line" lang={locale === language ? undefined : locale}>
      {title}
    </span>
  ));
}
