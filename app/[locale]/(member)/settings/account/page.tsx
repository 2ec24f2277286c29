import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { acceptDocumentsAction, chooseMailLocaleAction, signOutAction } from "@/app/_actions/account";
import { ChangedDocuments } from "@/components/account/changed-documents";
import { OwnAccount } from "@/components/account/own-account";
import { PageHead } from "@/components/layout/page-head";
import { listPendingDocuments } from "@/lib/account/documents/queries";
import { findOwnAccount } from "@/lib/account/queries";
import { requireActor } from "@/lib/auth/session";
import { documentsInForce } from "@/lib/i18n/documents";
import { page } from "../../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.settings.account");
  return { title: t("metaTitle") };
}

type Props = PageProps<"/[locale]/settings/account">;

export default page(async function AccountPage({ searchParams }: Props) {
  const actor = await requireActor();
  const t = await getTranslations("account.settings.account");
  return (
    <div className="wrap narrow">
      <PageHead title={t("title")} />
      <ChangedDocuments
        pending={await listPendingDocuments(actor, documentsInForce())}
        action={acceptDocumentsAction}
        hasAccepted={(await searchParams).done === "documents"}
        formKey={crypto.randomUUID()}
      />
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
