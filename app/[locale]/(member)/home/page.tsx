import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HomeHead } from "@/components/home/home-head";
import { HomeRail } from "@/components/home/home-rail";
import { HomeSections } from "@/components/home/home-sections";
import { TwoColumns } from "@/components/layout/columns";
import { requireActor } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { findHome } from "@/lib/notification/home/queries";
import { getFrame } from "../../frame";
import { page } from "../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title"), description: t("description") };
}

/** What waits for the actor, then theirs, then what happened. */
export default page(async function HomePage() {
  const actor = await requireActor();
  const now = new Date();
  const [frame, home] = await Promise.all([getFrame(), findHome(actor, now)]);
  const t = await getTranslations("home");
  return (
    <div className="wrap">
      <HomeHead name={actor.name} now={now} />
      <TwoColumns className="split--home" rail={<HomeRail home={home} />} railLabel={t("side")}>
        <HomeSections waiting={frame?.waiting ?? []} home={home} today={dayOf(now)} />
      </TwoColumns>
    </div>
  );
});
