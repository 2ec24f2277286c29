import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { setEntryAction } from "@/app/_actions/association";
import { EntryForm } from "@/components/membership/entry-form";
import { StewardHead } from "@/components/membership/steward-tabs";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { doneOf } from "@/lib/membership/notice/rules";
import { findEntrySettings } from "@/lib/membership/setting/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/manage/entry">;

const read = async (props: Props) =>
  (await findEntrySettings(await requireActor(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("membership.desk");
  return { title: `${t("entry")}, ${association.name}`, robots: { index: false } };
});

/** How one comes in, for whoever answers for it. */
export default page(async function EntryPage(props: Props) {
  const settings = await read(props);
  const { association, holds } = settings;
  const t = await getTranslations("membership.setting");
  return (
    <div className="wrap">
      <StewardHead association={association} current="entry" holds={holds} note={t("entryNote")} />
      <Done of="membership" done={doneOf((await props.searchParams).done)} />
      <div className="sections mt-6 max-w-[46rem]">
        <EntryForm settings={settings} action={setEntryAction} />
      </div>
    </div>
  );
});
