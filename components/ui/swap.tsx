import { useTranslations } from "next-intl";
import { Square } from "./tiles";

type SwapProps = { offers?: string | null | undefined; asks?: string | null | undefined };

/** «Offre» with a full tile, «Cerca» with an empty one. Nothing to show, nothing shown. */
export function Swap({ offers, asks }: SwapProps) {
  const t = useTranslations("ui");
  if (!offers && !asks) return null;
  return (
    <dl className="swap">
      {offers ? (
        <>
          <dt>
            <Square />
            {t("offers")}
          </dt>
          <dd>{offers}</dd>
        </>
      ) : null}
      {asks ? (
        <>
          <dt className="ask">
            <Square glyph="empty" />
            {t("asks")}
          </dt>
          <dd>{asks}</dd>
        </>
      ) : null}
    </dl>
  );
}
