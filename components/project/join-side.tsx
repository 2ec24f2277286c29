import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { JoinView } from "@/lib/project/idea/types";

/** The idea in short, and why whoever leads it asks them, where they were asked. */
export function JoinSide({ idea: { purpose, whyTogether, locale, invitation } }: { idea: JoinView }) {
  const t = useTranslations("project");
  const name = invitation?.person?.name;
  return (
    <>
      <Panel title={t("idea.what")} isBand>
        <p lang={locale}>{purpose}</p>
      </Panel>
      {whyTogether ? (
        <Panel title={t("page.whyTogether")}>
          <p lang={locale}>{whyTogether}</p>
        </Panel>
      ) : null}
      {invitation ? (
        <Panel title={name ? t("idea.invited", { name }) : t("idea.invitedBySomeone")}>
          <p className="remark" lang={locale}>
            {invitation.reason}
          </p>
        </Panel>
      ) : null}
    </>
  );
}
