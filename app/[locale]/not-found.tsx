import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Lost } from "@/components/site/lost";
import SiteFrame from "./site-frame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("error.lost");
  return { title: t("title") };
}

export default function NotFound() {
  return (
    <SiteFrame>
      <Lost />
    </SiteFrame>
  );
}
