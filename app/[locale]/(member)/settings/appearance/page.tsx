import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { chooseThemeAction } from "@/app/_actions/appearance";
import { Appearance } from "@/components/account/appearance";
import { PageHead } from "@/components/layout/page-head";
import { requireActor } from "@/lib/auth/session";
import { THEME_COOKIE, themeOf } from "@/lib/core/theme";
import { page } from "../../../page-shape";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.settings.appearance");
  return { title: t("metaTitle") };
}

export default page(async function AppearancePage() {
  await requireActor();
  const t = await getTranslations("account.settings.appearance");
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <div className="wrap narrow">
      <PageHead title={t("title")} />
      <Appearance theme={theme} themeAction={chooseThemeAction} />
    </div>
  );
});
