import { useTranslations } from "next-intl";
import { FacetSelect, Unknown } from "@/components/layout/facets";
import { DISTANCES, type Filters } from "@/lib/directory/types";

const UNKNOWN_TOWN_ID = "unknown-town";

/** The town typed is none of ours. */
export function UnknownTown({ filters: { unknownTown } }: { filters: Filters }) {
  const t = useTranslations("directory.facet");
  return unknownTown === null ? null : (
    <Unknown id={UNKNOWN_TOWN_ID}>{t("nearUnknown", { town: unknownTown })}</Unknown>
  );
}

/** A town to type, which takes the place of the one chosen; and how far around a town to look. */
export function TownFields({ filters: { within, unknownTown } }: { filters: Filters }) {
  const t = useTranslations("directory.facet");
  const isUnknown = unknownTown !== null;
  return (
    <>
      <div className="field">
        <label htmlFor="facet-near">{t("near")}</label>
        <input
          id="facet-near"
          type="text"
          name="near"
          defaultValue={unknownTown ?? undefined}
          autoComplete="off"
          aria-invalid={isUnknown || undefined}
          aria-describedby={isUnknown ? UNKNOWN_TOWN_ID : undefined}
        />
      </div>
      <FacetSelect
        id="facet-within"
        name="within"
        label={t("within")}
        options={DISTANCES.map((kilometres) => ({ value: String(kilometres), label: t("upTo", { kilometres }) }))}
        value={within ? String(within) : ""}
        none={t("onlyThere")}
      />
    </>
  );
}
