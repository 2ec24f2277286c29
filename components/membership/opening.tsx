import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Actions, LinkButton } from "@/components/ui/button";
import { Emblem } from "@/components/ui/emblem";
import { Instant } from "@/components/ui/moment";
import { Who } from "@/components/ui/who";
import type { AssociationRef } from "@/lib/association/types";
import type { FormAction } from "@/lib/form/form-state";
import type { Opening } from "@/lib/membership/opening/types";

type OpenProps = {
  opening: Opening;
  token: string;
  /** The path of this page, to come back to; null for whoever is signed in already. */
  next: string | null;
  takeUp: FormAction;
  decline: FormAction;
};

/** What a letter or a link says: who, to what, why. Opening it does nothing yet. */
export function OpenOpening({ opening, token, next, takeUp, decline }: OpenProps) {
  const t = useTranslations("membership.opening");
  const { association, tagline, locale, inviter, reason, expiresAt, isLetter, isImport } = opening;
  const { slug, name, values } = association;
  return (
    <>
      <h1>{t("title", { name })}</h1>
      <Who
        tile={<Emblem slug={slug} values={values} side={48} />}
        name={name}
        lines={[
          <span key="tagline" lang={locale}>
            {tagline}
          </span>,
        ]}
      />
      <p>{t(isImport ? "saysImport" : "says", { inviter })}</p>
      <blockquote className="remark">{reason}</blockquote>
      <p className="meta">{t.rich("until", { day: () => <Instant at={expiresAt} /> })}</p>
      <p>{t("steps")}</p>
      {next === null ? <TakeUp token={token} slug={slug} action={takeUp} /> : <ComeIn next={next} slug={slug} />}
      {isLetter ? <NotNow token={token} action={decline} /> : null}
    </>
  );
}

function TakeUp({ token, slug, action }: { token: string; slug: string; action: FormAction }) {
  const t = useTranslations("membership.opening");
  return (
    <Actions>
      <ButtonForm action={action} formKey={crypto.randomUUID()} hidden={{ token }} look="primary">
        {t("take")}
      </ButtonForm>
      <LinkButton href={{ pathname: "/associations/[slug]", params: { slug } }}>{t("read")}</LinkButton>
    </Actions>
  );
}

/** The way in for whoever is not signed in: back here afterwards, with whatever address they prove. */
function ComeIn({ next, slug }: { next: string; slug: string }) {
  const t = useTranslations("membership.opening");
  return (
    <>
      <Actions>
        <LinkButton look="primary" href={{ pathname: "/sign-up", query: { next } }}>
          {t("signUp")}
        </LinkButton>
        <LinkButton href={{ pathname: "/sign-in", query: { next } }}>{t("signIn")}</LinkButton>
        <LinkButton look="quiet" href={{ pathname: "/associations/[slug]", params: { slug } }}>
          {t("read")}
        </LinkButton>
      </Actions>
      <p className="meta">{t("anyAddress")}</p>
    </>
  );
}

function NotNow({ token, action }: { token: string; action: FormAction }) {
  const t = useTranslations("membership.opening");
  return (
    <div>
      <ButtonForm action={action} formKey={crypto.randomUUID()} hidden={{ token }} look="quiet">
        {t("notNow")}
      </ButtonForm>
      <p className="meta">{t("notNowNote")}</p>
    </div>
  );
}

/** Taken up before, by whoever looks: on to the four steps. */
export function TakenOpening({ association: { slug } }: { association: AssociationRef }) {
  const t = useTranslations("membership.opening");
  return (
    <div className="empty mt-6">
      <h1>{t("taken")}</h1>
      <p className="lead">{t("takenText")}</p>
      <LinkButton look="primary" href={{ pathname: "/associations/[slug]/apply", params: { slug } }}>
        {t("goOn")}
      </LinkButton>
    </div>
  );
}

/** Used, withdrawn, past its day, or never there: all read the same. */
export function DeadOpening() {
  const t = useTranslations("membership.opening");
  return (
    <div className="empty mt-6">
      <h1>{t("over")}</h1>
      <p className="lead">{t("overText")}</p>
      <LinkButton href="/associations">{t("browse")}</LinkButton>
    </div>
  );
}
