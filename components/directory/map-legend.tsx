import { useFormatter, useTranslations } from "next-intl";
import { legendOf } from "@/lib/directory/map/rules";

/** What the shades mean, in numbers. */
export function MapLegend({ bounds }: { bounds: readonly number[] }) {
  const t = useTranslations("directory.map");
  const format = useFormatter();
  const shades = legendOf(bounds);
  if (shades.length < 2) return null;
  return (
    <dl className="shades">
      <dt>{t("legend")}</dt>
      {shades.map(({ shade, from, to }) => (
        <dd key={shade}>
          <i className={`shade shade--${shade}`} aria-hidden="true" />
          {from === to ? format.number(from) : t("range", { from, to })}
        </dd>
      ))}
    </dl>
  );
}
