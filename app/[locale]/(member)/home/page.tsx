import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HomeHead } from "@/components/home/home-head";
import { HomeRail } from "@/components/home/home-rail";
import { HomeSections } from "@/components/home/home-sections";
import { TwoColumns } from "@/components/layout/columns";
import { requireActor } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { documentsInForce } from "@/lib/i18n/documents";
import { findHome } from "@/lib/notification/home/queries";
import { listWaiting } from "@/lib/notification/waiting/queries";
import { listHelpNeeds } from "@/lib/project/helping/queries";
import { page } from "../../page-shape";

const HELPING_MAX = 2;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title"), description: t("description") };
}

/** What waits for the actor, then theirs, then what happened. */
export default page(async function HomePage() {
  const actor = await requireActor();
  const now = new Date();
  const [waiting, home, helping] = await Promise.all([
    listWaiting(actor.memberId, documentsInForce(), now),
    findHome(actor, now),
    listHelpNeeds(actor, { max: HELPING_MAX }, now),
  ]);
  const t = await getTranslations("home");
  return (
    <div className="wrap">
      <HomeHead name={actor.name} now={now} />
      <TwoColumns className="split--home" rail={<HomeRail home={home} />} railLabel={t("side")}>
        <HomeSections waiting={waiting} home={home} helping={helping} today={dayOf(now)} />
      </TwoColumns>
    </div>
  );
});
