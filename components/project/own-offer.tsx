import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Actions, LinkButton } from "@/components/ui/button";
import { Day, Instant } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { State } from "@/components/ui/tiles";
import { addMonths, dayAfter } from "@/lib/core/duration";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import type { NeedView } from "@/lib/project/offer/types";
import { isOpenToOffers } from "@/lib/project/rules";
import { TERM_MONTHS_MAX } from "@/lib/project/term/rules";
import { Brought } from "./brought";

const NOTES = { WAITING: "waitingNote", QUEUED: "queuedNote", ACCEPTED: "leaveNote" } as const;

type OwnOfferProps = { need: NeedView; withdraw: FormAction; renew: FormAction; today: string };

/** Where one's own offer stands, or why one cannot offer now. */
export function OwnOffer({ need, ...actions }: OwnOfferProps) {
  const t = useTranslations("project");
  const { own, project, againFrom } = need;
  const isHeld = own?.state === "WAITING" || own?.state === "QUEUED" || own?.state === "ACCEPTED";
  return (
    <div className="stack">
      {own && isHeld ? (
        <Held own={own} lang={project.locale} {...actions} />
      ) : (
        <WhyNot againFrom={againFrom} isOpen={isOpenToOffers(project.state)} />
      )}
      <Actions>
        <LinkButton look="quiet" href={{ pathname: "/projects/[slug]", params: { slug: project.slug } }}>
          {t("offer.back")}
        </LinkButton>
      </Actions>
    </div>
  );
}

type HeldProps = Omit<OwnOfferProps, "need"> & { own: NonNullable<NeedView["own"]>; lang: string };

function Held({ own, lang, withdraw, renew, today }: HeldProps) {
  const t = useTranslations("project");
  const state = own.state as keyof typeof NOTES;
  return (
    <>
      <h2>{t("offer.own")}</h2>
      <p>
        <State tone={state === "ACCEPTED" ? "done" : "ask"}>{t(`page.own.${state}`)}</State>
      </p>
      <p>
        <Brought offer={own} lang={lang} />
      </p>
      {own.message ? (
        <p className="remark" lang={lang}>
          {own.message}
        </p>
      ) : null}
      {own.untilOn ? (
        <p className="meta">{t.rich("term.until", { day: () => <Day on={own.untilOn ?? ""} /> })}</p>
      ) : null}
      {own.untilOn && state === "ACCEPTED" ? (
        <Form action={renew} formKey={crypto.randomUUID()} hidden={{ offerId: own.id }}>
          <DateField
            name="until"
            label={t("term.renew")}
            hint={t("term.renewHint")}
            min={dayAfter(own.untilOn)}
            max={addMonths(today, TERM_MONTHS_MAX)}
          />
          <SubmitButton look="neutral">{t("term.submit")}</SubmitButton>
        </Form>
      ) : null}
      <p className="meta">{t(`page.${NOTES[state]}`)}</p>
      <ButtonForm action={withdraw} formKey={crypto.randomUUID()} hidden={{ offerId: own.id }}>
        {t(state === "ACCEPTED" ? "page.leave" : "page.withdraw")}
      </ButtonForm>
    </>
  );
}

/** Before one offers again: that one's seat here has ended, and where what one took on is closed. */
export function SeatOver({ need: { own, project } }: { need: NeedView }) {
  const t = useTranslations("project.term");
  if (own?.state !== "ENDED" || !own.closedAt) return null;
  const { closedAt } = own;
  const href = { pathname: "/projects/[slug]/contributions", params: { slug: project.slug } } as const;
  return (
    <Notice className="mb-6">
      <p>
        {t.rich("over", {
          day: () => <Instant at={closedAt} />,
          link: (words) => <Link href={href}>{words}</Link>,
        })}
      </p>
    </Notice>
  );
}

function WhyNot({ againFrom, isOpen }: { againFrom: string | null; isOpen: boolean }) {
  const t = useTranslations("project.offer");
  if (!isOpen) return <Notice>{t("closed")}</Notice>;
  if (againFrom) return <Notice>{t.rich("again", { day: () => <Instant at={againFrom} /> })}</Notice>;
  return <Notice>{t("barred")}</Notice>;
}
