import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Actions, LinkButton } from "@/components/ui/button";
import { Instant } from "@/components/ui/moment";
import { Notice, type NoticeTone } from "@/components/ui/notice";
import type { FormAction } from "@/lib/form/form-state";
import type { ApplicationState, OwnPapersView } from "@/lib/membership/application/types";

const TONES: Readonly<Record<ApplicationState, NoticeTone>> = {
  PENDING: "wait",
  ACCEPTED: "done",
  DECLINED: "info",
  WITHDRAWN: "info",
  EXPIRED: "info",
};
const TEXTS = {
  PENDING: "pendingText",
  ACCEPTED: "acceptedText",
  DECLINED: "declinedText",
  WITHDRAWN: "withdrawnText",
  EXPIRED: "expiredText",
} as const;

type OwnOutcomeProps = { papers: OwnPapersView; isPast: boolean; withdraw: FormAction };

/** What became of my application, and what I can do now. */
export function OwnOutcome({ papers, isPast, withdraw }: OwnOutcomeProps) {
  const t = useTranslations("membership.mine");
  const { state, association, answerBy, reapplyFrom } = papers;
  const when = (state === "DECLINED" ? reapplyFrom : answerBy) ?? papers.submittedAt;
  const { slug, name } = association;
  const mayReapply = isPast && state !== "PENDING" && state !== "ACCEPTED";
  return (
    <>
      <Notice tone={TONES[state]}>{t.rich(TEXTS[state], { name, day: () => <Instant at={when} /> })}</Notice>
      <Actions className="mt-4">
        {mayReapply ? (
          <LinkButton look="primary" href={{ pathname: "/associations/[slug]/apply", params: { slug } }}>
            {t("again")}
          </LinkButton>
        ) : null}
        <LinkButton href={{ pathname: "/associations/[slug]", params: { slug } }}>{t("seeAssociation")}</LinkButton>
        {state === "PENDING" ? <Withdraw id={papers.id} action={withdraw} /> : null}
      </Actions>
      {state === "PENDING" ? <p className="meta mt-3">{t("withdrawNote")}</p> : null}
    </>
  );
}

function Withdraw({ id, action }: { id: string; action: FormAction }) {
  const t = useTranslations("membership.enter");
  return (
    <ButtonForm action={action} formKey={crypto.randomUUID()} hidden={{ applicationId: id }} look="quiet">
      {t("withdraw")}
    </ButtonForm>
  );
}
