import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Emblem, ValueTile } from "@/components/ui/emblem";
import { SaidDone } from "@/components/ui/said-done";
import { Table, TableCell } from "@/components/ui/table";
import { Who } from "@/components/ui/who";
import { Link } from "@/lib/i18n/navigation";
import type { FrontAssociation } from "@/lib/notification/front/types";
import { placeLabel } from "@/lib/taxonomy/place/rules";
import { valueLabel } from "@/lib/taxonomy/value/rules";

type FrontAssociationsProps = { associations: readonly FrontAssociation[]; count: number };

/** Three associations, others every day. */
export function FrontAssociations({ associations, count }: FrontAssociationsProps) {
  const t = useTranslations("site.front.associations");
  const heads = [t("name"), t("values"), t("saidDone"), t("wanted")];
  return (
    <Section id="associations" title={t("title")} note={<Link href="/associations">{t("all", { count })}</Link>}>
      <Table className="assoc-table" heads={heads} caption={t("title")}>
        {associations.map((association) => (
          <AssociationRow key={association.slug} association={association} />
        ))}
      </Table>
    </Section>
  );
}

function AssociationRow({ association }: { association: FrontAssociation }) {
  const t = useTranslations("site.front.associations");
  const locale = useLocale();
  const { slug, name, values, places, counts, wanted } = association;
  return (
    <tr>
      <TableCell>
        <Who
          tile={<Emblem slug={slug} values={values} side={48} />}
          name={<Link href={{ pathname: "/associations/[slug]", params: { slug } }}>{name}</Link>}
          lines={[places.map((place) => placeLabel(place, locale)).join(", ")]}
        />
      </TableCell>
      <TableCell label={t("values")}>
        <span className="row row--tight">
          {values.map((value) => (
            <ValueTile key={value} value={value} side={24} />
          ))}
        </span>
        <span className="meta">{values.map((value) => valueLabel(value, locale)).join(", ")}</span>
      </TableCell>
      <TableCell label={t("saidDone")}>
        <SaidDone counts={counts} />
      </TableCell>
      <TableCell label={t("wanted")}>{wanted.length > 0 ? wanted.join("; ") : t("nothing")}</TableCell>
    </tr>
  );
}
