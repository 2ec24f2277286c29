import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { setIdentityAction } from "@/app/_actions/association";
import { IdentityForm } from "@/components/membership/identity-form";
import { StewardHead } from "@/components/membership/steward-tabs";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { doneOf } from "@/lib/membership/notice/rules";
import { findIdentitySettings } from "@/lib/membership/setting/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/manage/identity">;

const read = async (props: Props) =>
  (await findIdentitySettings(await requireActor(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("membership.desk");
  return { title: `${t("identity")}, ${association.name}`, robots: { index: false } };
});

/** Who the association says it is, for whoever answers for it. */
export default page(async function IdentityPage(props: Props) {
  const settings = await read(props);
  const { association, holds } = settings;
  const t = await getTranslations("membership.setting");
  return (
    <div className="wrap">
      <StewardHead association={association} current="identity" holds={holds} note={t("identityNote")} />
      <Done of="membership" done={doneOf((await props.searchParams).done)} />
      <div className="sections mt-6 max-w-[46rem]">
        <IdentityForm settings={settings} action={setIdentityAction} />
      </div>
    </div>
  );
});
