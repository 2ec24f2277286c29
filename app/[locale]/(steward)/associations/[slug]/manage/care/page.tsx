import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { closeHelpAction } from "@/app/_actions/membership";
import { Section } from "@/components/layout/section";
import { Askings, CareList } from "@/components/membership/care-lists";
import { StewardHead } from "@/components/membership/steward-tabs";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { findCare } from "@/lib/membership/care/queries";
import { doneOf } from "@/lib/membership/notice/rules";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/manage/care">;

const read = async (props: Props) => (await findCare(await requireActor(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("membership.desk");
  return { title: `${t("care")}, ${association.name}`, robots: { index: false } };
});

/** Who may need a hand: for those who take care of the members. */
export default page(async function CarePage(props: Props) {
  const { association, holds, askings, behind, returning, away, quiet } = await read(props);
  const t = await getTranslations("membership.care");
  return (
    <div className="wrap">
      <StewardHead association={association} current="care" holds={holds} note={t("note")} />
      <Done of="membership" done={doneOf((await props.searchParams).done)} />
      <div className="sections mt-6 max-w-[46rem]">
        <Section id="askings" title={t("askings")}>
          <Askings slug={association.slug} askings={askings} close={closeHelpAction} />
        </Section>
        <CareList of="behind" lines={behind} />
        <CareList of="returning" lines={returning} />
        <CareList of="away" lines={away} />
        <CareList of="quiet" lines={quiet} />
      </div>
    </div>
  );
});
