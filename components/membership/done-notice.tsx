import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Done } from "@/lib/membership/notice/rules";

/** What has just happened, on the page one came back to. */
export function DoneNotice({ done }: { done: Done | null }) {
  const t = useTranslations("membership.done");
  return done ? (
    <Notice tone="done" role="status" className="mt-4">
      {t(done)}
    </Notice>
  ) : null;
}
