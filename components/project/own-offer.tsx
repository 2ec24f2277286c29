import { useLocale, useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Actions, LinkButton } from "@/components/ui/button";
import { Instant } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { State } from "@/components/ui/tiles";
import type { FormAction } from "@/lib/form/form-state";
import type { NeedView } from "@/lib/project/offer/types";
import { isOpenToOffers } from "@/lib/project/rules";
import { competenceLabel } from "@/lib/taxonomy/rules";

const NOTES = { WAITING: "waitingNote", QUEUED: "queuedNote", ACCEPTED: "leaveNote" } as const;

/** Where one's own offer stands, or why one cannot offer now. */
export function OwnOffer({ need, withdraw }: { need: NeedView; withdraw: FormAction }) {
  const t = useTranslations("project");
  const { own, project, againFrom } = need;
  const isHeld = own?.state === "WAITING" || own?.state === "QUEUED" || own?.state === "ACCEPTED";
  return (
    <div className="stack">
      {own && isHeld ? (
        <Held own={own} withdraw={withdraw} />
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

type HeldProps = { own: NonNullable<NeedView["own"]>; withdraw: FormAction };

function Held({ own, withdraw }: HeldProps) {
  const t = useTranslations("project");
  const locale = useLocale();
  const state = own.state as keyof typeof NOTES;
  return (
    <>
      <h2>{t("offer.own")}</h2>
      <p>
        <State tone={state === "ACCEPTED" ? "done" : "ask"}>{t(`page.own.${state}`)}</State>
      </p>
      <p>
        {own.competence
          ? t("manage.competence", { competence: competenceLabel(own.competence, locale) })
          : t("manage.contact", { contact: own.contact })}
      </p>
      {own.message ? <p className="remark">{own.message}</p> : null}
      <p className="meta">{t(`page.${NOTES[state]}`)}</p>
      <ButtonForm action={withdraw} formKey={crypto.randomUUID()} hidden={{ offerId: own.id }}>
        {t(state === "ACCEPTED" ? "page.leave" : "page.withdraw")}
      </ButtonForm>
    </>
  );
}

function WhyNot({ againFrom, isOpen }: { againFrom: string | null; isOpen: boolean }) {
  const t = useTranslations("project.offer");
  if (againFrom) return <Notice>{t.rich("again", { day: () => <Instant at={againFrom} /> })}</Notice>;
  return <Notice>{isOpen ? t("barred") : t("closed")}</Notice>;
}
