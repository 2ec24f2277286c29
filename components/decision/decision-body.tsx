import { useTranslations } from "next-intl";
import { Difference } from "@/components/association/difference";
import { Section } from "@/components/layout/section";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { isSubjected } from "@/lib/decision/rules";
import type { DecisionView } from "@/lib/decision/types";
import type { FormAction } from "@/lib/form/form-state";
import { BallotForm } from "./ballot-form";
import { Results } from "./results";

/** What is decided, one's own ballot, how the ballots fell. */
export function DecisionBody({ view, cast }: { view: DecisionView; cast: FormAction }) {
  const t = useTranslations("decision");
  const { kind, subject } = view;
  const isOpen = view.state === "OPEN";
  return (
    <>
      {view.charter ? (
        <Section id="changes" title={t("changes")}>
          <Difference {...view.charter} locale={view.locale} />
          <div className="mt-4">
            <Fold title={t("wholeText")}>
              <Prose text={view.text} lang={view.locale} />
            </Fold>
          </div>
        </Section>
      ) : (
        <Section id="text" title={t("text")}>
          {isSubjected(kind) ? <p className="lead mb-4">{t(`on.${kind}.question`, { name: subject ?? "" })}</p> : null}
          <Prose text={view.text} lang={view.locale} />
        </Section>
      )}
      {view.state === "WITHDRAWN" ? <Notice>{t("withdrawnNote")}</Notice> : null}
      {isOpen ? (
        <Section id="vote" title={t("vote")}>
          <OwnVote view={view} cast={cast} />
        </Section>
      ) : null}
      {view.state === "WITHDRAWN" ? null : (
        <Section id="result" title={t(isOpen ? "interim" : "result")}>
          <Results view={view} />
        </Section>
      )}
    </>
  );
}

function OwnVote({ view, cast }: { view: DecisionView; cast: FormAction }) {
  const say = useTranslations();
  const { refusal } = view.own;
  if (refusal === null) return <BallotForm view={view} action={cast} />;
  const [room = "", key = ""] = refusal.split(".");
  return <Notice tone="wait">{say(`${room}.refusal.${key}` as never)}</Notice>;
}
