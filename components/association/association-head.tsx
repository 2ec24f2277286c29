import { useFormatter, useLocale, useTranslations } from "next-intl";
import { IdentityHead } from "@/components/layout/page-head";
import { Crumbs } from "@/components/ui/crumbs";
import { Floor } from "@/components/ui/emblem";
import { Icon } from "@/components/ui/icon";
import type { AssociationView } from "@/lib/association/types";
import { placeLabel } from "@/lib/taxonomy/place/rules";
import { valueLabel } from "@/lib/taxonomy/value/rules";
import { Members } from "./members";

/** The mosaic, whole and named. */
export function AssociationFloor({ association: { slug, name, values } }: { association: AssociationView }) {
  const t = useTranslations("association.page");
  const locale = useLocale();
  const words = values.map((word) => valueLabel(word, locale)).join(", ");
  return (
    <Floor
      className="banner assoc-banner"
      slug={slug}
      values={values}
      grid={[40, 4, 0.2]}
      title={t("emblem", { name, values: words })}
    />
  );
}

/** Name, sentence, facts in a line; the one act stands at its end. */
export function AssociationHead({ association, actions }: { association: AssociationView; actions: React.ReactNode }) {
  const t = useTranslations("association");
  const format = useFormatter();
  const locale = useLocale();
  const { name, tagline, places, memberCount, foundedAt, state, entry } = association;
  return (
    <>
      <Crumbs path={[{ label: t("list.title"), href: "/associations" }]} current={name} />
      <IdentityHead
        title={name}
        lead={<span lang={association.locale === locale ? undefined : association.locale}>{tagline}</span>}
        facts={[
          places.length > 0 ? (
            <>
              <Icon name="place" isSmall />
              {places.map((place) => placeLabel(place, locale)).join(", ")}
            </>
          ) : null,
          <Members key="members" count={memberCount} />,
          t("page.founded", { year: format.dateTime(new Date(foundedAt), { year: "numeric" }) }),
          state === "CUSTODY" ? t("inCustody") : t(`entry.${entry}`),
        ]}
        actions={actions}
      />
    </>
  );
}
