import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  changeRoleAction,
  defineRoleAction,
  endRoleAction,
  offerRoleAction,
  retireRoleAction,
} from "@/app/_actions/bundle";
import { Section } from "@/components/layout/section";
import { OwnRoles } from "@/components/membership/own-roles";
import { OfferRoleForm, RoleList } from "@/components/membership/role-desk";
import { StewardHead } from "@/components/membership/steward-tabs";
import { Actions, LinkButton } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { doneOf } from "@/lib/membership/notice/rules";
import { findRoleDesk } from "@/lib/membership/role/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/manage/roles">;

const read = async (props: Props) =>
  (await findRoleDesk(await requireActor(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("membership.roles");
  return { title: `${t("title")}, ${association.name}`, robots: { index: false } };
});

/** Who answers for what, and asking others to share it. */
export default page(async function RolesPage(props: Props) {
  const desk = await read(props);
  const { association, holds, grants, offerable } = desk;
  const own = desk.own.filter(({ mayOffer }) => mayOffer);
  const t = await getTranslations("membership.roles");
  return (
    <div className="wrap">
      <StewardHead association={association} current="roles" holds={holds} note={t("note")} />
      <Done of="membership" done={doneOf((await props.searchParams).done)} />
      <div className="sections mt-6 max-w-[46rem]">
        <Section id="held" title={t("held")}>
          <RoleList grants={grants} end={endRoleAction} />
        </Section>
        {offerable.length + own.length > 0 ? (
          <Section id="offer" title={t("offer")}>
            <OfferRoleForm slug={association.slug} roles={offerable} own={own} action={offerRoleAction} />
          </Section>
        ) : null}
        <Section id="own" title={t("own")}>
          <OwnRoles
            desk={desk}
            actions={{ define: defineRoleAction, change: changeRoleAction, retire: retireRoleAction }}
          />
        </Section>
        <Actions>
          <LinkButton
            look="quiet"
            href={{ pathname: "/associations/[slug]/roles", params: { slug: association.slug } }}
          >
            {t("register")}
          </LinkButton>
        </Actions>
      </div>
    </div>
  );
});
