import { useLocale, useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { Emblem } from "@/components/ui/emblem";
import { Who } from "@/components/ui/who";
import type { AssociationCard } from "@/lib/association/listing/types";
import { Link } from "@/lib/i18n/navigation";
import { placeLabel } from "@/lib/taxonomy/place/rules";
import { valueLabel } from "@/lib/taxonomy/value/rules";
import { Members } from "./members";

/** One association of the list: its mosaic, its sentence, its values, how one comes in. */
export function AssociationCell({ association }: { association: AssociationCard }) {
  const t = useTranslations("association");
  const locale = useLocale();
  const { slug, name, values, places } = association;
  return (
    <li>
      <Who
        isTop
        level={2}
        tile={<Emblem slug={slug} values={values} side={64} />}
        name={<Link href={{ pathname: "/associations/[slug]", params: { slug } }}>{name}</Link>}
        lines={[
          places.map((place) => placeLabel(place, locale)).join(", "),
          <Members key="members" count={association.memberCount} />,
        ].filter(Boolean)}
      />
      <p lang={association.locale === locale ? undefined : association.locale}>{association.tagline}</p>
      <p className="row row--tight">
        {values.map((word) => (
          <Chip key={word}>{valueLabel(word, locale)}</Chip>
        ))}
      </p>
      <p className="meta">{association.state === "CUSTODY" ? t("inCustody") : t(`entry.${association.entry}`)}</p>
    </li>
  );
}
