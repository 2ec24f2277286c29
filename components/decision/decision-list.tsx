import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/button";
import { ValueTile } from "@/components/ui/emblem";
import { Ledger, ProjectRow } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import { Pagination } from "@/components/ui/pagination";
import type { DecisionLine, DecisionList } from "@/lib/decision/types";
import { Link } from "@/lib/i18n/navigation";
import { DecisionState } from "./decision-state";
import { useTitle } from "./title";

type ListProps = { list: DecisionList };

/** The way to a new vote, for those who may open one. */
export function Propose({ list: { association, mayOpen } }: ListProps) {
  const t = useTranslations("decision");
  if (!mayOpen) return null;
  return (
    <LinkButton
      look="primary"
      href={{ pathname: "/associations/[slug]/decisions/new", params: { slug: association.slug } }}
    >
      {t("propose")}
    </LinkButton>
  );
}

/** What can be voted on now. */
export function OpenDecisions({ list }: ListProps) {
  const t = useTranslations("decision");
  return (
    <Section id="open" title={t("open")} note={<Propose list={list} />}>
      <Lines slug={list.association.slug} lines={list.open} none={t("noneOpen")} />
    </Section>
  );
}

/** What was decided, newest first. */
export function OverDecisions({ list: { association, over, nextCursor } }: ListProps) {
  const t = useTranslations("decision");
  const params = { slug: association.slug };
  return (
    <Section id="over" title={t("over")}>
      <Lines slug={association.slug} lines={over} none={t("noneOver")} />
      <Pagination
        next={nextCursor ? { pathname: "/associations/[slug]/decisions", params, query: { after: nextCursor } } : null}
      >
        {nextCursor || over.length === 0 ? null : t("all")}
      </Pagination>
    </Section>
  );
}

type LinesProps = { slug: string; lines: readonly DecisionLine[]; none: string };

/** Decisions one under the other, each with how far it is. */
function Lines({ slug, lines, none }: LinesProps) {
  if (lines.length === 0) return <p className="meta">{none}</p>;
  return (
    <Ledger look="projects">
      {lines.map((line) => (
        <Line key={line.id} slug={slug} line={line} />
      ))}
    </Ledger>
  );
}

function Line({ slug, line }: { slug: string; line: DecisionLine }) {
  const t = useTranslations("decision");
  const title = useTitle();
  const day = () => <Instant at={line.closesAt} look="dated" />;
  return (
    <ProjectRow
      emblem={<ValueTile value={line.kind === "GENERAL" ? "openness" : "coherence"} side={48} />}
      name={
        <Link href={{ pathname: "/associations/[slug]/decisions/[id]", params: { slug, id: line.id } }}>
          {title(line)}
        </Link>
      }
      line={t(`kind.${line.kind}`)}
      state={<DecisionState line={line} />}
      note={
        line.state === "OPEN"
          ? line.waitsForMe
            ? t("line.waits")
            : t.rich("line.until", { day })
          : t.rich("line.closed", { day })
      }
    />
  );
}
