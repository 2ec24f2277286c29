import { useTranslations } from "next-intl";
import { FacetSelect } from "@/components/layout/facets";
import { DISTANCES, type Filters } from "@/lib/directory/types";

/** A town to type, which takes the place of the one chosen; and how far around a town to look. */
export function TownFields({ filters: { within, unknownTown } }: { filters: Filters }) {
  const t = useTranslations("directory.facet");
  const fault = unknownTown === null ? undefined : "facet-near-fault";
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
          aria-invalid={fault && true}
          aria-describedby={fault}
        />
        {unknownTown === null ? null : (
          <p className="error" id={fault}>
            {t("nearUnknown", { town: unknownTown })}
          </p>
        )}
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
