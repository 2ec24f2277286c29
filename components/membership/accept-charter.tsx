import { useLocale, useTranslations } from "next-intl";
import { Difference } from "@/components/association/difference";
import { ButtonForm } from "@/components/form/button-form";
import { Section } from "@/components/layout/section";
import { Actions, LinkButton } from "@/components/ui/button";
import { Instant } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import type { CharterChange, PledgeView } from "@/lib/membership/pledge/types";
import { RenewForm } from "./renew-form";

type AcceptCharterProps = {
  view: PledgeView;
  change: CharterChange;
  name: string;
  days: { readonly min: string; readonly max: string; readonly wished: string };
  accept: FormAction;
  pause: FormAction;
};

/** A charter that changed (rule M11): what changes word by word, my word on it, and the other two ways, as near as the first. */
export function AcceptCharter(props: AcceptCharterProps) {
  const t = useTranslations("charter.accept");
  const { view, change, name, days, accept, pause } = props;
  const lang = useLocale() === view.locale ? undefined : view.locale;
  const { slug } = view.association;
  return (
    <Section id="charter-change" title={t("title")}>
      <div className="stack">
        <p>{t(change.waiting ? "lead" : "wording", { from: change.from, to: view.charter.version })}</p>
        <Days view={view} change={change} />
        {view.charter.changeNote ? (
          <div>
            <h3 className="h-small">{t("note")}</h3>
            <Prose text={view.charter.changeNote} lang={lang} />
          </div>
        ) : null}
        <Difference {...change} locale={view.locale} />
        <p>
          <Link href={{ pathname: "/associations/[slug]/pledge/versions", params: { slug } }}>{t("see")}</Link>
        </p>
        {change.waiting ? (
          <>
            <div className="stack">
              <h3 className="h-small">{t("word")}</h3>
              <RenewForm view={view} locale={view.locale} name={name} action={accept} days={days} isAcceptance />
            </div>
            <div className="stack stack--tight">
              <h3 className="h-small">{t("others")}</h3>
              <p className="meta">{t("othersNote")}</p>
              <Actions>
                {view.state === "ACTIVE" ? (
                  <ButtonForm action={pause} formKey={crypto.randomUUID()} hidden={{ associationSlug: slug }}>
                    {t("pause")}
                  </ButtonForm>
                ) : null}
                <LinkButton href={{ pathname: "/associations/[slug]/leave", params: { slug } }}>
                  {t("leave")}
                </LinkButton>
              </Actions>
            </div>
          </>
        ) : null}
      </div>
    </Section>
  );
}

/** What the days say: until when everything goes on, and what comes after. */
function Days({ view, change: { waiting } }: Pick<AcceptCharterProps, "view" | "change">) {
  const t = useTranslations("charter.accept");
  if (!waiting) return null;
  const isPaused = view.state === "PAUSED";
  if (isPaused) return waiting.stage === "PAUSE" ? <Notice tone="wait">{t("paused")}</Notice> : null;
  const isOverdue = waiting.stage !== "OPEN" && waiting.stage !== "DUE_SOON";
  const day = () => <Instant at={isOverdue ? waiting.pauseAt : waiting.overdueAt} />;
  return <Notice tone={isOverdue ? "stop" : "wait"}>{t.rich(isOverdue ? "overdue" : "until", { day })}</Notice>;
}
