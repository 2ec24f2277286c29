import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Section } from "@/components/layout/section";
import { useDates } from "@/components/ui/dates";
import { Fold } from "@/components/ui/fold";
import { Ledger } from "@/components/ui/ledger";
import { Square } from "@/components/ui/tiles";
import type { FormAction } from "@/lib/form/form-state";
import { EXCHANGE_KINDS, type ExchangeSide, type StandingExchange } from "@/lib/member/types";
import { CompetenceField } from "./competence-fields";

export type ExchangeActions = { add: FormAction; edit: FormAction; withdraw: FormAction };

type ExchangesProps = {
  side: ExchangeSide;
  exchanges: readonly StandingExchange[];
  actions: ExchangeActions;
  /** One for each form: two for each that stands, one to add. */
  newKey: () => string;
};

/** Offers or asks: those that stand, each to change or take back, and one to add. */
export function ExchangeForms({ side, exchanges, actions, newKey }: ExchangesProps) {
  const t = useTranslations("member.exchange");
  const isOffer = side === "OFFER";
  return (
    <Section id={isOffer ? "offers" : "asks"} title={t(isOffer ? "offers" : "asks")}>
      <div className="stack">
        <p className="hint">{t(isOffer ? "offersHint" : "asksHint")}</p>
        {exchanges.length === 0 ? <p className="meta">{t("none")}</p> : null}
        <Ledger>
          {exchanges.map((exchange) => (
            <li key={exchange.id} className="stack stack--tight">
              <StandingLine exchange={exchange} isOffer={isOffer} />
              <Fold title={t("change")}>
                <Form action={actions.edit} formKey={newKey()} hidden={{ id: exchange.id }}>
                  <ExchangeFields exchange={exchange} />
                  <SubmitButton>{t("save")}</SubmitButton>
                </Form>
              </Fold>
              <ButtonForm
                action={actions.withdraw}
                formKey={newKey()}
                hidden={{ id: exchange.id }}
                size="small"
                look="quiet"
              >
                {t("withdraw")}
                <span className="vh">: {exchange.title}</span>
              </ButtonForm>
            </li>
          ))}
        </Ledger>
        <Fold title={t(isOffer ? "addOffer" : "addAsk")} isOpen={exchanges.length === 0}>
          <Form action={actions.add} formKey={newKey()} hidden={{ side }}>
            <ExchangeFields />
            <SubmitButton>{t(isOffer ? "addOffer" : "addAsk")}</SubmitButton>
          </Form>
        </Fold>
      </div>
    </Section>
  );
}

function StandingLine({ exchange, isOffer }: { exchange: StandingExchange; isOffer: boolean }) {
  const t = useTranslations("member.profile");
  const format = useDates();
  const { title, untilOn } = exchange;
  const day = untilOn && format.dateTime(new Date(`${untilOn}T00:00:00Z`), { dateStyle: "long", timeZone: "UTC" });
  return (
    <p>
      <Square glyph={isOffer ? "full" : "empty"} /> <b>{title}</b>{" "}
      {day ? <span className="meta">{t("until", { day })}</span> : null}
    </p>
  );
}

function ExchangeFields({ exchange }: { exchange?: StandingExchange }) {
  const t = useTranslations("member.exchange");
  const kinds = useTranslations("member.kind");
  return (
    <>
      <TextField name="title" label={t("text")} value={exchange?.title} />
      <Select
        name="kind"
        label={t("kind")}
        options={EXCHANGE_KINDS.map((kind) => ({ value: kind, label: kinds(kind) }))}
        value={exchange?.kind ?? "SKILL"}
      />
      <CompetenceField
        name="competence"
        label={t("competence")}
        hint={t("competenceHint")}
        value={exchange?.competence ?? null}
        isOptional
      />
      <DateField name="untilOn" label={t("until")} hint={t("untilHint")} value={exchange?.untilOn} isOptional />
    </>
  );
}
