import { useLocale, useTranslations } from "next-intl";
import { useDates } from "@/components/ui/dates";
import { pack } from "@/components/ui/packed";
import { Link } from "@/lib/i18n/navigation";
import type { HelpNeed } from "@/lib/project/helping/types";
import { HelpingCells } from "./helping-cells";
import { helpingLineOf } from "./helping-line";

/** Seats whoever looks could take, each with its reason; and how to have them by mail. */
export function HelpingList({ needs }: { needs: readonly HelpNeed[] }) {
  const t = useTranslations("project");
  const words = { t, dates: useDates(), locale: useLocale() };
  return (
    <>
      <HelpingCells needs={pack(needs.map((need) => helpingLineOf(need, words)))} />
      <p className="meta mt-4">
        {t.rich("helping.weekly", { link: (text) => <Link href="/settings/notifications">{text}</Link> })}
      </p>
    </>
  );
}
