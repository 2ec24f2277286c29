import { useTranslations } from "next-intl";
import { DeskItem, DeskQueue } from "@/components/ui/desk";
import type { Glyph } from "@/components/ui/tiles";
import { DAY_MS } from "@/lib/core/duration";
import type { Desk, DeskLine } from "@/lib/membership/application/types";
import { STANCES, type Stance } from "@/lib/membership/papers/types";

const GLYPHS: Readonly<Record<Stance, Glyph>> = { SHARED: "full", ADOPTED: "half", NOT_MINE: "empty" };

type DeskListProps = { desk: Desk; currentId?: string | undefined; now: Date };

/** What waits for a decision, the nearest day on top. */
export function DeskList({ desk, currentId, now }: DeskListProps) {
  const t = useTranslations("membership.desk");
  return (
    <>
      <DeskQueue>
        {desk.queue.map((line) => (
          <Line key={line.id} line={line} slug={desk.association.slug} isCurrent={line.id === currentId} now={now} />
        ))}
      </DeskQueue>
      <p className="meta">{t("decided", { count: desk.decidedCount })}</p>
    </>
  );
}

type LineProps = { line: DeskLine; slug: string; isCurrent: boolean; now: Date };

function Line({ line: { id, person, answerBy, stances, hasDecided }, slug, isCurrent, now }: LineProps) {
  const t = useTranslations("membership.desk");
  const days = Math.max(0, Math.floor((new Date(answerBy).getTime() - now.getTime()) / DAY_MS));
  const counted = STANCES.map((stance) => [stance, stances.filter((one) => one === stance).length] as const);
  const words = counted.filter(([, count]) => count > 0).map(([stance, count]) => t(`stances.${stance}`, { count }));
  return (
    <DeskItem
      href={{ pathname: "/associations/[slug]/manage/applications/[id]", params: { slug, id } }}
      person={person}
      line={hasDecided ? t("waitsSecond") : person.headline}
      answers={{ glyphs: stances.map((stance) => GLYPHS[stance]), words: words.join(", ") }}
      due={t("due", { days })}
      isCurrent={isCurrent}
    />
  );
}
