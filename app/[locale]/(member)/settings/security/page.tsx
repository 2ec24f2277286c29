import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  endAllSessionsAction,
  removePasswordAction,
  revokeSessionAction,
  setPasswordAction,
} from "@/app/_actions/account";
import { PasswordSection } from "@/components/account/password-section";
import { SessionList } from "@/components/account/session-list";
import { PageHead } from "@/components/layout/page-head";
import { needsCurrentPassword } from "@/lib/account/password/rules";
import { findOwnAccount } from "@/lib/account/queries";
import { listOwnSessions } from "@/lib/account/session/queries";
import { requireActor } from "@/lib/auth/session";
import { page } from "../../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.security");
  return { title: t("metaTitle") };
}

export default page(async function SecurityPage() {
  const actor = await requireActor();
  const now = new Date();
  const [{ email, hasPassword }, sessions] = await Promise.all([findOwnAccount(actor), listOwnSessions(actor, now)]);
  const sessionStartedAt = sessions.find(({ isThisOne }) => isThisOne)?.createdAt ?? now;
  const t = await getTranslations("account.security");
  const keys = Array.from({ length: 4 }, () => crypto.randomUUID()) as [string, string, string, string];
  return (
    <div className="wrap narrow">
      <PageHead title={t("title")} />
      <PasswordSection
        email={email}
        hasPassword={hasPassword}
        isCurrentNeeded={needsCurrentPassword({ hasPassword, sessionStartedAt }, now)}
        setAction={setPasswordAction}
        removeAction={removePasswordAction}
        formKeys={[keys[0], keys[1]]}
      />
      <SessionList
        sessions={sessions}
        revokeAction={revokeSessionAction}
        endAllAction={endAllSessionsAction}
        formKeys={[keys[2], keys[3]]}
      />
    </div>
  );
});
