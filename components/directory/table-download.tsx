import { useLocale, useTranslations } from "next-intl";
import { AnchorButton } from "@/components/ui/anchor-button";
import { Actions } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { EXPORT_MAX } from "@/lib/directory/export/rules";
import { queryOf } from "@/lib/directory/filter/rules";
import type { Filters } from "@/lib/directory/types";

/** The way to have this search as a file, and how much of it that is. */
export function TableDownload({ filters }: { filters: Filters }) {
  const t = useTranslations("directory.table");
  const language = useLocale();
  const asked = Object.entries(queryOf({ ...filters, view: "list", after: null }));
  const pairs = asked.flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const query = new URLSearchParams([...pairs, ["locale", language]]);
  return (
    <div className="download">
      <Actions>
        <AnchorButton href={`/api/exports/people.csv?${query}`} rel="nofollow">
          <Icon name="download" /> {t("download")}
        </AnchorButton>
      </Actions>
      <p className="meta">{t("downloadNote", { max: EXPORT_MAX })}</p>
    </div>
  );
}
