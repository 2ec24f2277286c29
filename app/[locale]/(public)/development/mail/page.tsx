import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ShownMails } from "@/components/account/shown-mails";
import { PageHead } from "@/components/layout/page-head";
import { isMailShown, listNewestMail } from "@/lib/mail/development";
import { metadataOf, page } from "../../../page-shape";

export const generateMetadata = metadataOf(async (): Promise<Metadata> => {
  if (!isMailShown()) notFound();
  const t = await getTranslations("account.developmentMail");
  return { title: t("metaTitle"), robots: { index: false } };
});

/** Every mail of an instance without a mail server; not there at all on one that has one. */
export default page(async function DevelopmentMailPage() {
  if (!isMailShown()) notFound();
  const t = await getTranslations("account.developmentMail");
  return (
    <div className="wrap narrow">
      <PageHead title={t("title")} />
      <p className="mb-6">{t("lead")}</p>
      <ShownMails mails={await listNewestMail()} />
    </div>
  );
});
