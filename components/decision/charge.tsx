import { useTranslations } from "next-intl";
import { WhomField } from "@/components/directory/whom-field";
import { ButtonForm } from "@/components/form/button-form";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Actions } from "@/components/ui/button";
import { Day } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import { STATEMENT_CHARS_MAX } from "@/lib/decision/schema";
import type { ChargeView, DecisionView } from "@/lib/decision/types";
import type { FormAction } from "@/lib/form/form-state";

type Acts = { readonly entrust: FormAction; readonly accept: FormAction; readonly refuse: FormAction };
type ChargeProps = { view: DecisionView; handle: string; tomorrow: string; acts: Acts };

/** What was approved, who sees to it, when it is looked at again (rule DC8). */
export function Charge({ view, acts, ...rest }: ChargeProps) {
  const t = useTranslations("decision.charge");
  if (view.charge) return <Held charge={view.charge} locale={view.locale} acts={acts} />;
  return (
    <div className="stack">
      <p className="meta">{t("none")}</p>
      {view.mayEntrust ? <EntrustForm id={view.id} action={acts.entrust} {...rest} /> : null}
    </div>
  );
}

function Held({ charge, locale, acts }: { charge: ChargeView; locale: string; acts: Acts }) {
  const t = useTranslations("decision.charge");
  const { id, state, statement, reviewOn, responsible, isOwn } = charge;
  const hidden = { chargeId: id };
  return (
    <div className="stack">
      <Prose text={statement} lang={locale} />
      <p>
        {state === "ACCEPTED"
          ? t("held", { name: responsible })
          : isOwn
            ? t("asked")
            : t("offeredTo", { name: responsible })}
      </p>
      <p className="meta">{t.rich("review", { day: () => <Day on={reviewOn} /> })}</p>
      {state === "OFFERED" && isOwn ? (
        <Actions>
          <ButtonForm action={acts.accept} formKey={crypto.randomUUID()} hidden={hidden} look="primary">
            {t("accept")}
          </ButtonForm>
          <ButtonForm action={acts.refuse} formKey={crypto.randomUUID()} hidden={hidden}>
            {t("refuse")}
          </ButtonForm>
        </Actions>
      ) : null}
    </div>
  );
}

type EntrustFormProps = { id: string; handle: string; tomorrow: string; action: FormAction };

function EntrustForm({ id, handle, tomorrow, action }: EntrustFormProps) {
  const t = useTranslations("decision.charge");
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ decisionId: id }}>
      <TextArea name="statement" label={t("statement")} rows={3} charsMax={STATEMENT_CHARS_MAX} />
      <WhomField name="whom" label={t("whom")} hint={t("whomHint")} value={handle} />
      <DateField name="reviewOn" label={t("reviewOn")} min={tomorrow} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}
