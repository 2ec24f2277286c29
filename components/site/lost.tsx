import { useTranslations } from "next-intl";
import { Seat, ValueTile } from "@/components/ui/emblem";
import { Link } from "@/lib/i18n/navigation";
import { SearchBox } from "./search-box";

const BEFORE = ["care", "trust", "competence", "reciprocity"] as const;
const AFTER = ["roots", "courage", "openness", "autonomy"] as const;

/** Not found and not allowed to know look and read the same (rule A2). */
export function Lost() {
  const t = useTranslations("error.lost");
  return (
    <div className="wrap lost-in">
      <div className="lost-fig" aria-hidden="true">
        {BEFORE.map((value) => (
          <ValueTile key={value} value={value} side={96} />
        ))}
        <Seat side={96} />
        {AFTER.map((value) => (
          <ValueTile key={value} value={value} side={96} />
        ))}
      </div>
      <div className="empty">
        <h1>{t("title")}</h1>
        <p className="lead">{t("text")}</p>
        <SearchBox placeholder={t("placeholder")} />
        <p className="row row--facts">
          <Link href="/">{t("start")}</Link>
          <Link href="/people">{t("people")}</Link>
          <Link href="/associations">{t("associations")}</Link>
          <Link href="/projects">{t("projects")}</Link>
        </p>
        <p className="caption">{t("code")}</p>
      </div>
    </div>
  );
}
