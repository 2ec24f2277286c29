import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Emblem } from "@/components/ui/emblem";
import { Day, Instant } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import { Qr } from "@/components/ui/qr";
import type { FormAction } from "@/lib/form/form-state";
import { CARD_TELLS, type OwnCard } from "@/lib/membership/card/types";

type CardFaceProps = {
  card: OwnCard;
  name: string;
  /** Where the code leads; null while it tells nothing. */
  address: string | null;
};

/** The card as it is printed: 85.6 × 54 mm, like every other in a wallet. */
export function CardFace({ card: { association, since, until }, name, address }: CardFaceProps) {
  const t = useTranslations("membership.card");
  return (
    <article className="pass" aria-label={t("face", { name: association.name })}>
      <Emblem slug={association.slug} values={association.values} side={64} />
      <div className="pass-words">
        <p className="pass-association">{association.name}</p>
        <p className="pass-name">{name}</p>
        <dl className="pass-facts">
          <dt>{t("since")}</dt>
          <dd>
            <Instant at={since} look="month" />
          </dd>
          <dt>{t("until")}</dt>
          <dd>
            <Day on={until} />
          </dd>
        </dl>
      </div>
      {address ? <Qr text={address} title={t("code")} /> : null}
    </article>
  );
}

type CardDeskProps = { card: OwnCard; set: FormAction; renew: FormAction };

/** What the code tells, and a new code when a card is lost. */
export function CardDesk({ card: { association, tells, token }, set, renew }: CardDeskProps) {
  const t = useTranslations("membership.card");
  const hidden = { associationSlug: association.slug };
  return (
    <>
      <Panel title={t("tells")} isBand className="print:hidden">
        <p className="meta">{t("tellsNote")}</p>
        <div className="mt-4">
          <Form action={set} formKey={crypto.randomUUID()} hidden={hidden}>
            <RadioGroup
              name="tells"
              label={t("whatTells")}
              isBoxed
              value={tells}
              choices={CARD_TELLS.map((one) => ({ value: one, label: t(one), note: t(`${one}note`) }))}
            />
            <SubmitButton>{t("save")}</SubmitButton>
          </Form>
        </div>
      </Panel>
      {token ? (
        <Panel title={t("renew")} className="print:hidden">
          <p className="meta">{t("renewNote")}</p>
          <div className="mt-4">
            <ButtonForm action={renew} formKey={crypto.randomUUID()} hidden={hidden}>
              {t("renewAct")}
            </ButtonForm>
          </div>
        </Panel>
      ) : null}
    </>
  );
}
