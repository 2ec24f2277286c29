import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { applyToAssociationAction } from "@/app/_actions/application";
import { FormLayout } from "@/components/layout/columns";
import { ApplyForm } from "@/components/membership/apply-form";
import { ApplySide } from "@/components/membership/apply-side";
import { Closed } from "@/components/membership/closed";
import { Crumbs } from "@/components/ui/crumbs";
import { findAssociation } from "@/lib/association/queries";
import { requireActor } from "@/lib/auth/session";
import { addDays, dayOf } from "@/lib/core/duration";
import { redirect } from "@/lib/i18n/navigation";
import { latestUntil } from "@/lib/membership/papers/rules";
import { findPosition } from "@/lib/membership/position/queries";
import type { Position } from "@/lib/membership/position/types";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/apply">;

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { slug } = await props.params;
  const { name } = (await findAssociation(null, slug)) ?? notFound();
  const t = await getTranslations("membership.apply");
  return { title: t("title", { name }), robots: { index: false } };
});

/** Handing papers in: to the stewards, through an open door, or answering an invitation. */
export default page(async function ApplyPage(props: Props) {
  const { slug } = await props.params;
  const actor = await requireActor();
  const association = (await findAssociation(actor, slug)) ?? notFound();
  const position = await findPosition(actor, { associationId: association.id });
  await goElsewhere(position, slug);
  const t = await getTranslations();
  const today = dayOf(new Date());
  const days = { min: dayOf(addDays(new Date(), 1)), max: latestUntil(today) };
  const isInvited = position.kind === "invited";
  const door = isInvited ? position.door : association.entry === "OPEN" ? "OPEN" : "APPLICATION";
  const path = [
    { label: t("association.list.title"), href: "/associations" as const },
    { label: association.name, href: { pathname: "/associations/[slug]" as const, params: { slug } } },
  ];
  const isOpen = isInvited || (position.kind === "outsider" && position.refusal === null);
  return (
    <div className="wrap">
      <Crumbs path={path} current={t("membership.apply.crumb")} />
      {isOpen && position.missingProfile.length === 0 ? (
        <FormLayout side={<ApplySide association={association} />} sideLabel={t("membership.apply.steps")}>
          <ApplyForm
            association={association}
            action={applyToAssociationAction}
            door={door}
            inviter={isInvited ? position.inviter : ""}
            name={actor.name}
            days={days}
          />
        </FormLayout>
      ) : (
        <Closed slug={slug} position={position} />
      )}
    </div>
  );
});

/** Whoever belongs or waits already has nothing to hand in. */
async function goElsewhere(position: Position, slug: string): Promise<void> {
  const locale = await getLocale();
  if (position.kind === "member")
    redirect({ href: { pathname: "/associations/[slug]/pledge", params: { slug } }, locale });
  if (position.kind === "pending")
    redirect({ href: { pathname: "/applications/[id]", params: { id: position.applicationId } }, locale });
}
