import { useLocale, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { listOf } from "@/lib/core/text";
import type { CommonGround } from "@/lib/member/types";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { valueLabel } from "@/lib/taxonomy/value/rules";

/** Why this person may matter to whoever looks: each reason can be found on the page. */
export function CommonGroundPanel({ common }: { common: CommonGround }) {
  const t = useTranslations("member.common");
  const language = useLocale();
  const competences = (slugs: readonly string[]) =>
    listOf(
      slugs.map((slug) => competenceLabel(slug, language)),
      language,
    );
  const { associations, values, givesMe, needsMe } = common;
  return (
    <Panel title={t("title")} isBand>
      <div className="stack stack--tight">
        {needsMe.length > 0 ? <p>{t("needsMe", { competences: competences(needsMe) })}</p> : null}
        {givesMe.length > 0 ? <p>{t("givesMe", { competences: competences(givesMe) })}</p> : null}
        {associations.length > 0 ? <p>{t("associations", { names: listOf(associations, language) })}</p> : null}
        {values.length > 0 ? (
          <p>
            {t("values", {
              values: listOf(
                values.map((slug) => valueLabel(slug, language).toLowerCase()),
                language,
              ),
            })}
          </p>
        ) : null}
      </div>
    </Panel>
  );
}
