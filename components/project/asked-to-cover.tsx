import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Instant } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/form/form-state";
import type { NeedView } from "@/lib/project/offer/types";

type AskedProps = { ask: NonNullable<NeedView["ask"]>; locale: string; decline: FormAction };

/** Why whoever leads the project asks the viewer of all people; beside it a «non ora» that costs nothing. */
export function AskedToCover({ ask: { id, person, reason, expiresAt }, locale, decline }: AskedProps) {
  const t = useTranslations("project.cover");
  return (
    <div className="mb-6">
      <Panel title={person ? t("askedTitle", { name: person.name }) : t("askedBySomeone")} isBand>
        <p className="remark" lang={locale}>
          {reason}
        </p>
        <p className="meta">{t("askedNote")}</p>
        <p className="meta">{t.rich("askedUntil", { day: () => <Instant at={expiresAt} /> })}</p>
        <ButtonForm action={decline} formKey={crypto.randomUUID()} hidden={{ askId: id }} size="small">
          {t("notNow")}
        </ButtonForm>
        <p className="meta">{t("notNowNote")}</p>
      </Panel>
    </div>
  );
}
