import { useTranslations } from "next-intl";
import { ValueTile } from "@/components/ui/emblem";
import { Ledger, ProjectRow } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import { State } from "@/components/ui/tiles";
import { Link } from "@/lib/i18n/navigation";
import type { ReportLine } from "@/lib/moderation/report/types";
import { lastMoment } from "./case-rail";

type ReportLinesProps = {
  lines: readonly ReportLine[];
  none: string;
  /** Where each leads; nowhere for whoever told. */
  slug?: string | undefined;
};

/** Reports one under the other: what about, by which clause, how far. */
export function ReportLines({ lines, none, slug }: ReportLinesProps) {
  if (lines.length === 0) return <p className="meta">{none}</p>;
  return (
    <Ledger look="projects">
      {lines.map((line) => (
        <Line key={line.id} line={line} slug={slug} />
      ))}
    </Ledger>
  );
}

function Line({
  line: { id, about, name, clause, state, measure, openedAt, until },
  slug,
}: {
  line: ReportLine;
  slug?: string | undefined;
}) {
  const t = useTranslations("moderation");
  const title = name || t(`about.${about}`);
  const isDone = until === null;
  const day = () => <Instant at={openedAt} look="dated" />;
  return (
    <ProjectRow
      emblem={<ValueTile value="coherence" side={48} />}
      name={
        slug ? (
          <Link href={{ pathname: "/associations/[slug]/reports/[id]", params: { slug, id } }}>{title}</Link>
        ) : (
          title
        )
      }
      line={
        until
          ? t.rich("report.lineUntil", { clause, day, until: () => <Instant at={lastMoment(until)} look="dated" /> })
          : t.rich("report.line", { clause, day })
      }
      state={
        <State tone={isDone ? "done" : "wait"} glyph={isDone ? "full" : "half"}>
          {t(`reportState.${state}`)}
        </State>
      }
      note={measure && state !== "LAPSED" ? t(`measure.${measure}`) : undefined}
    />
  );
}
