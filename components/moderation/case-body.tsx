import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/button";
import { Instant } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import type { CaseView, RulingView } from "@/lib/moderation/exclusion/types";
import { Cited } from "./cited";

/** What is said in a case, in the order in which it was said. */
export function CaseBody({ view }: { view: CaseView }) {
  const t = useTranslations("moderation.case");
  const { clause, facts, locale, answer, appeal, rulings, isOwn, voteId, state } = view;
  const [first, second] = [rulings.find(({ isAppeal }) => !isAppeal), rulings.find(({ isAppeal }) => isAppeal)];
  return (
    <>
      {isOwn && (state === "NOTICE" || state === "VOTING") ? <Notice>{t("own")}</Notice> : null}
      <Section id="facts" title={t("facts")}>
        <div className="stack">
          <Cited number={clause.number} text={clause.text} />
          <Prose text={facts} lang={locale} />
        </div>
      </Section>
      <Section id="answer" title={t(isOwn ? "ownAnswer" : "answer")}>
        {answer ? <Prose text={answer} lang={locale} /> : <p className="meta">{t("noAnswer")}</p>}
      </Section>
      {first ? <Ruling view={view} ruling={first} /> : null}
      {appeal ? (
        <Section id="appeal" title={t("appeal")}>
          <Prose text={appeal} lang={locale} />
        </Section>
      ) : null}
      {second ? <Ruling view={view} ruling={second} /> : null}
      {voteId ? <VoteLink view={view} id={voteId} /> : null}
    </>
  );
}

function VoteLink({ view, id }: { view: CaseView; id: string }) {
  const t = useTranslations("moderation.case");
  const params = { slug: view.association.slug, id };
  return (
    <p>
      <LinkButton href={{ pathname: "/associations/[slug]/decisions/[id]", params }}>{t("seeVote")}</LinkButton>
    </p>
  );
}

function Ruling({ view, ruling }: { view: CaseView; ruling: RulingView }) {
  const t = useTranslations("moderation.case");
  const { isOut, isLapsed, decider, decisionId, reason, at } = ruling;
  const stage = ruling.isAppeal ? "appeal" : "first";
  const day = () => <Instant at={at} look="dated" />;
  return (
    <Section id={`ruling-${stage}`} title={t(`ruling.${stage}`)}>
      <div className="stack">
        <p className="lead">{t(`${isOut ? "out" : "in"}.${stage}`)}</p>
        {isLapsed || !reason ? null : <Prose text={reason} lang={view.locale} />}
        <p className="meta">
          {decider ? t.rich("ruledBy", { name: decider, day }) : t.rich(isLapsed ? "lapsed" : "ruledByVote", { day })}
        </p>
        {decisionId ? <VoteLink view={view} id={decisionId} /> : null}
      </div>
    </Section>
  );
}
