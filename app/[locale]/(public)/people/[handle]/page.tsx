import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { alternatesOf } from "@/app/[locale]/alternates";
import { metadataOf, page } from "@/app/[locale]/page-shape";
import { RecordPanel } from "@/components/contribution/record-panel";
import { CommonGroundPanel } from "@/components/member/common-ground";
import { ProfileActions } from "@/components/member/profile-actions";
import { ProfileView } from "@/components/member/profile-view";
import { ResultsPanel } from "@/components/project/results-panel";
import { Crumbs } from "@/components/ui/crumbs";
import { getViewer } from "@/lib/auth/session";
import { findRecord } from "@/lib/contribution/record/queries";
import { env } from "@/lib/env";
import { getPathname } from "@/lib/i18n/navigation";
import { personData } from "@/lib/member/schema-org/rules";
import { findPerson } from "@/lib/project/person/queries";

type Props = PageProps<"/[locale]/people/[handle]">;

/** Read once for the head and the body of the page. */
const loadProfile = cache(async (handle: string) => findPerson(await getViewer(), handle));

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { handle } = await params;
  const [t, seen] = [await getTranslations("member.profile"), await loadProfile(handle)];
  if (!seen) notFound();
  const { name, headline, isIndexed } = seen.profile;
  return {
    title: name,
    description: headline || t("description", { name }),
    ...(await alternatesOf({ pathname: "/people/[handle]", params: { handle } })),
    openGraph: { type: "profile", title: name, description: headline },
    robots: isIndexed ? { index: true, follow: true } : { index: false, follow: false },
  };
});

export default page(async function PersonPage({ params }: Props) {
  const { handle } = await params;
  const seen = await loadProfile(handle);
  if (!seen) notFound();
  const [t, locale] = [await getTranslations("member.profile"), await getLocale()];
  const { profile, relation, common, more: results } = seen;
  const record = profile.showsRecord ? await findRecord(await getViewer(), profile.id) : null;
  const url = env.APP_URL + getPathname({ href: { pathname: "/people/[handle]", params: { handle } }, locale });
  return (
    <div className="wrap">
      <Crumbs path={[{ label: t("path"), href: "/people" }]} current={profile.name} />
      <ProfileView
        profile={profile}
        actions={<ProfileActions profile={profile} relation={relation} />}
        rail={
          <>
            {common ? <CommonGroundPanel common={common} /> : null}
            {results.length > 0 ? <ResultsPanel results={results} /> : null}
            {record ? <RecordPanel record={record} /> : null}
          </>
        }
      />
      {profile.isIndexed ? (
        <script type="application/ld+json">
          {personData(profile, { url, photoBase: `${env.APP_URL}/api/files/` })}
        </script>
      ) : null}
    </div>
  );
});
