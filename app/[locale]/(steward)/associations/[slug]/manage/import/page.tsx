import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { importMembersAction, withdrawImportAction } from "@/app/_actions/invitation";
import { Section } from "@/components/layout/section";
import { ImportForm, Imports } from "@/components/membership/import-desk";
import { StewardHead } from "@/components/membership/steward-tabs";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { findImportDesk } from "@/lib/membership/import/queries";
import { doneOf } from "@/lib/membership/notice/rules";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/manage/import">;

const read = async (props: Props) =>
  (await findImportDesk(await requireActor(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("membership.desk");
  return { title: `${t("import")}, ${association.name}`, robots: { index: false } };
});

/** Writing to the members an association had before it came here, and what became of it. */
export default page(async function ImportPage(props: Props) {
  const desk = await read(props);
  const t = await getTranslations("membership.import");
  return (
    <div className="wrap">
      <StewardHead association={desk.association} current="import" holds={desk.holds} note={t("note")} />
      <Done of="membership" done={doneOf((await props.searchParams).done)} />
      <div className="sections mt-6 max-w-[46rem]">
        <Section id="import" title={t("form")}>
          <ImportForm desk={desk} today={dayOf(new Date())} action={importMembersAction} />
        </Section>
        <Section id="lists" title={t("lists")} note={t("listsNote")}>
          <Imports imports={desk.imports} withdraw={withdrawImportAction} />
        </Section>
      </div>
    </div>
  );
});
