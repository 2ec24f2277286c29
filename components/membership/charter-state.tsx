import { useTranslations } from "next-intl";
import { Day, Instant } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/lib/i18n/navigation";
import type { DraftDesk } from "@/lib/membership/draft/types";

/** Where the draft comes from and who saved it last; when the charter in force is to be looked at again. */
export function CharterState({ desk, today }: { desk: DraftDesk; today: string }) {
  const t = useTranslations("charter");
  const { version, editedAt, editedBy, reviewOn, association } = desk;
  const params = { slug: association.slug };
  return (
    <div className="stack stack--tight">
      <p>
        {editedAt
          ? t.rich(editedBy ? "edit.saved" : "edit.savedByNobody", {
              name: editedBy ?? "",
              day: () => <Instant at={editedAt} hasTime />,
            })
          : t("edit.start", { version })}{" "}
        <Link href={{ pathname: "/associations/[slug]/pledge/versions", params }}>{t("page.versions")}</Link>
      </p>
      {reviewOn ? <Review on={reviewOn} today={today} /> : null}
    </div>
  );
}

function Review({ on, today }: { on: string; today: string }) {
  const t = useTranslations("charter.edit");
  const day = () => <Day on={on} />;
  return today >= on ? (
    <Notice tone="wait">{t.rich("reviewPassed", { day })}</Notice>
  ) : (
    <p className="meta">{t.rich("review", { day })}</p>
  );
}
