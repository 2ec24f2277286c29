import { useTranslations } from "next-intl";
import type { Stranded } from "@/lib/project/cohosting/types";

/** What happens to people when an association no longer carries a project: said before it is done. */
export function StrandedList({ stranded }: { stranded: readonly Stranded[] }) {
  const t = useTranslations("project.joint");
  return (
    <>
      <p>{stranded.length === 0 ? t("nobodyStranded") : t("stranded", { count: stranded.length })}</p>
      {stranded.length > 0 ? (
        <ul className="tips">
          {stranded.map(({ name, need, isSeated }) => (
            <li key={`${name} ${need}`}>{t(isSeated ? "strandedOne" : "strandedWaiting", { name, need })}</li>
          ))}
        </ul>
      ) : null}
      <p className="meta">{t("contributionsStay")}</p>
    </>
  );
}
