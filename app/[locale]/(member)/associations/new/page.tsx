import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { foundAssociationAction } from "@/app/_actions/association";
import { FormLayout } from "@/components/layout/columns";
import { Missing } from "@/components/membership/enter-panel";
import { FoundingForm } from "@/components/membership/founding-form";
import { FoundingSide } from "@/components/membership/founding-side";
import { Crumbs } from "@/components/ui/crumbs";
import { requireActor } from "@/lib/auth/session";
import { addDays, dayOf } from "@/lib/core/duration";
import { findMissingProfile } from "@/lib/membership/founding/queries";
import { latestUntil } from "@/lib/membership/papers/rules";
import { page } from "../../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("association.found");
  return { title: t("title"), description: t("description") };
}

/** Founding an association; before anything is typed, whether the profile is enough for it. */
export default page(async function FoundingPage() {
  const actor = await requireActor();
  const missing = await findMissingProfile(actor);
  const t = await getTranslations("association");
  const now = new Date();
  const days = { min: dayOf(addDays(now, 1)), max: latestUntil(dayOf(now)) };
  return (
    <div className="wrap">
      <Crumbs path={[{ label: t("list.title"), href: "/associations" }]} current={t("found.title")} />
      {missing.length > 0 ? (
        <div className="empty mt-6">
          <h1>{t("found.title")}</h1>
          <div>
            <Missing parts={missing} />
          </div>
        </div>
      ) : (
        <FormLayout side={<FoundingSide />} sideLabel={t("found.steps")}>
          <FoundingForm action={foundAssociationAction} name={actor.name} days={days} />
        </FormLayout>
      )}
    </div>
  );
});
