import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { chooseExclusionWayAction, openCaseAction } from "@/app/_actions/moderation";
import { Section } from "@/components/layout/section";
import { StewardHead } from "@/components/membership/steward-tabs";
import { CaseList, OpenCaseForm, WayForm } from "@/components/moderation/case-desk";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { findCaseDesk } from "@/lib/moderation/exclusion/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/manage/exclusions">;

const read = async (props: Props) =>
  (await findCaseDesk(await requireActor(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("membership.desk");
  return { title: `${t("exclusions")}, ${association.name}`, robots: { index: false } };
});

/** Cases of exclusion, opening one, and who decides on them. */
export default page(async function ExclusionsPage(props: Props) {
  const desk = await read(props);
  const t = await getTranslations("moderation.desk");
  return (
    <div className="wrap">
      <StewardHead association={desk.association} current="exclusions" holds={desk.holds} note={t("note")} />
      <Done of="moderation" done={(await props.searchParams).done} />
      <div className="sections mt-6 max-w-[46rem]">
        <Section id="cases" title={t("cases")}>
          <CaseList slug={desk.association.slug} cases={desk.cases} />
        </Section>
        <Section id="open" title={t("open")}>
          <OpenCaseForm desk={desk} action={openCaseAction} />
        </Section>
        {desk.mayChoose ? (
          <Section id="way" title={t("way")}>
            <WayForm desk={desk} action={chooseExclusionWayAction} />
          </Section>
        ) : null}
      </div>
    </div>
  );
});
