import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { chooseMailsAction } from "@/app/_actions/notification";
import { PageHead } from "@/components/layout/page-head";
import { MailChoices } from "@/components/notification/mail-choices";
import { requireActor } from "@/lib/auth/session";
import { listMailChoices, wantsWeeklyHelp } from "@/lib/notification/queries";
import { page } from "../../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notification.settings");
  return { title: t("title") };
}

/** Which mails the actor wants (rule NT1). */
export default page(async function MailSettingsPage() {
  const actor = await requireActor();
  const t = await getTranslations("notification.settings");
  return (
    <div className="wrap narrow">
      <PageHead title={t("title")} />
      <MailChoices
        choices={await listMailChoices(actor)}
        isWeeklyWanted={await wantsWeeklyHelp(actor)}
        action={chooseMailsAction}
        formKey={crypto.randomUUID()}
      />
    </div>
  );
});
