import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { markReadAction } from "@/app/_actions/notification";
import { ButtonForm } from "@/components/form/button-form";
import { PageHead } from "@/components/layout/page-head";
import { NotificationList } from "@/components/notification/notification-list";
import { Empty } from "@/components/ui/empty";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/session";
import { Link } from "@/lib/i18n/navigation";
import { listNotifications } from "@/lib/notification/queries";
import { cursorSchema } from "@/lib/notification/schema";
import { page } from "../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notification.list");
  return { title: t("title") };
}

/** What the actor was told, newest first. */
export default page(async function NotificationsPage({ searchParams }: PageProps<"/[locale]/notifications">) {
  const actor = await requireActor();
  const { items, nextCursor } = await listNotifications(actor, cursorSchema.parse((await searchParams).before));
  const t = await getTranslations("notification.list");
  const newest = items[0];
  return (
    <div className="wrap">
      <PageHead title={t("title")} note={<Link href="/settings/notifications">{t("settings")}</Link>} />
      {newest ? (
        <div className="mb-6" role="status">
          {items.some(({ isRead }) => !isRead) ? (
            <ButtonForm action={markReadAction} formKey={crypto.randomUUID()} hidden={{ upTo: newest.id }} size="small">
              {t("markRead")}
            </ButtonForm>
          ) : (
            <p className="meta">{t("allRead")}</p>
          )}
        </div>
      ) : null}
      {newest ? <NotificationList items={items} /> : <Empty title={t("none")}>{t("noneText")}</Empty>}
      {nextCursor ? <Pagination next={{ pathname: "/notifications", query: { before: nextCursor } }} /> : null}
    </div>
  );
});
