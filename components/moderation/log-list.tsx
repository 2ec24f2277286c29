import { useTranslations } from "next-intl";
import { Instant } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import type { LogLine } from "@/lib/moderation/log/types";

/** What was decided, newest first, without a name of anybody (rule MO4, promise P54). */
export function LogList({ lines }: { lines: readonly LogLine[] }) {
  const t = useTranslations("moderation.log");
  if (lines.length === 0) return <p className="meta">{t("none")}</p>;
  return (
    <ol className="time">
      {lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </ol>
  );
}

function Line({ line }: { line: LogLine }) {
  const t = useTranslations("moderation.report");
  const { clause, reason, locale, at } = line;
  return (
    <li>
      <p>
        <b>
          <What line={line} />
        </b>
      </p>
      <p className="meta">{t.rich("line", { clause, day: () => <Instant at={at} look="dated" /> })}</p>
      {reason ? <Prose text={reason} lang={locale} /> : null}
    </li>
  );
}

function What({ line: { what, isAppeal, days } }: { line: LogLine }) {
  const t = useTranslations("moderation");
  const stage = isAppeal ? "Appeal" : "";
  if (what === "OUT") return t(`log.out${stage}`);
  if (what === "IN") return t(`log.in${stage}`);
  if (what === "LAPSED") return t(`log.LAPSED${stage}`);
  const measure = days === null ? t(`measure.${what}`) : t("log.pause", { days });
  return isAppeal ? t("log.measureAppeal", { measure }) : measure;
}
