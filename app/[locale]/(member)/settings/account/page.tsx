import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { chooseMailLocaleAction, signOutAction } from "@/app/_actions/account";
import { OwnAccount } from "@/components/account/own-account";
import { PageHead } from "@/components/layout/page-head";
import { findOwnAccount } from "@/lib/account/queries";
import { requireActor } from "@/lib/auth/session";
import { page } from "../../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.settings.account");
  return { title: t("metaTitle") };
}

export default page(async function AccountPage() {
  const actor = await requireActor();
  const t = await getTranslations("account.settings.account");
  return (
    <div className="wrap narrow">
      <PageHead title={t("title")} />
      <OwnAccount
        account={await findOwnAccount(actor)}
        name={actor.name}
        localeAction={chooseMailLocaleAction}
        signOutAction={signOutAction}
        formKeys={[crypto.randomUUID(), crypto.randomUUID()]}
      />
    </div>
  );
});
