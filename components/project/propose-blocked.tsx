import { useTranslations } from "next-intl";
import { PageHead } from "@/components/layout/page-head";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

/** What lacks before one may propose, or open an idea. */
export function ProposeBlocked({ title }: { title: string }) {
  const t = useTranslations("project.propose");
  return (
    <>
      <PageHead title={title} />
      <Empty
        title={t("blocked.title")}
        actions={
          <>
            <LinkButton look="primary" href="/profile">
              {t("blocked.profile")}
            </LinkButton>
            <LinkButton href="/associations">{t("blocked.associations")}</LinkButton>
          </>
        }
      >
        {t("blocked.text")}
      </Empty>
    </>
  );
}
