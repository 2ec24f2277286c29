import { useTranslations } from "next-intl";
import { shareDone } from "@/lib/project/work/rules";
import type { Progress } from "@/lib/project/work/types";

/** How far a project is, with the counts it comes from: «7 di 12 attività, 1 di 3 consegne». */
export function ProgressLine({ progress }: { progress: Progress }) {
  const t = useTranslations("work");
  const share = shareDone(progress);
  if (share === null) return <p className="meta">{t("progressNone")}</p>;
  const told = t("progress", progress);
  return (
    <p className="progress">
      <progress value={share} max={1} aria-label={t("progressLabel")}>
        {told}
      </progress>
      <span className="meta">{told}</span>
    </p>
  );
}
