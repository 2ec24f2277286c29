import { useLocale, useTranslations } from "next-intl";
import { Clauses } from "@/components/association/charter";
import { IdentityCells } from "@/components/association/identity";
import { AlignHead } from "@/components/form/align";
import { Checkbox } from "@/components/form/checkbox";
import { Form } from "@/components/form/form";
import { FormRefusals } from "@/components/form/form-refusals";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { LinkButton } from "@/components/ui/button";
import { Emblem } from "@/components/ui/emblem";
import { Pledge } from "@/components/ui/pledge";
import { StepSection } from "@/components/ui/steps";
import type { AssociationView } from "@/lib/association/types";
import type { FormAction } from "@/lib/form/form-state";
import { ANSWER_CHARS_MAX } from "@/lib/membership/papers/schema";
import type { Door } from "@/lib/membership/types";
import { StanceRow } from "./stance-row";
import { StatementFields } from "./statement-fields";

export type ApplyFormProps = {
  association: AssociationView;
  action: FormAction;
  door: Exclude<Door, "FOUNDER">;
  inviter: string;
  /** Full name of whoever applies. */
  name: string;
  days: { readonly min: string; readonly max: string };
};

/** One page, four steps: who they are, their values beside mine, the charter, how I will take part. */
export function ApplyForm(props: ApplyFormProps) {
  const t = useTranslations("membership.apply");
  const { association, action, door } = props;
  const { slug, charter } = association;
  return (
    <Form
      action={action}
      formKey={crypto.randomUUID()}
      hidden={{ associationSlug: slug, charterHash: charter.hash }}
      className="apply-form"
      hasOwnSummary
    >
      <Lead {...props} />
      <FormRefusals />
      <StepSection id="identity" number={1} title={t("step.identity")}>
        <IdentityCells association={association} />
      </StepSection>
      <Values association={association} />
      <StepSection id="charter" number={3} title={t("step.charter")}>
        <p className="hint mb-4">{t("charterHint")}</p>
        <Clauses charter={charter} locale={association.locale} isBoxed />
      </StepSection>
      <TakingPart {...props} />
      <div className="apply-end">
        <SubmitButton size="big">{t(`submit${door}`)}</SubmitButton>
        <LinkButton look="quiet" href={{ pathname: "/associations/[slug]", params: { slug } }}>
          {t("later")}
        </LinkButton>
        {door === "APPLICATION" ? <p className="meta">{t("readers")}</p> : null}
      </div>
    </Form>
  );
}

const TITLES = { APPLICATION: "title", OPEN: "titleOpen", INVITATION: "titleInvited" } as const;

function Lead({ association: { name, decisionDays }, door, inviter }: ApplyFormProps) {
  const t = useTranslations("membership.apply");
  return (
    <div>
      <h1>{t(TITLES[door], { name })}</h1>
      <p className="lead mt-2">{t(`lead${door}`, { days: decisionDays, inviter })}</p>
    </div>
  );
}

function Values({ association }: { association: AssociationView }) {
  const t = useTranslations("membership.apply");
  return (
    <StepSection id="values" number={2} title={t("step.values")}>
      <p className="hint">{t("valuesHint")}</p>
      <AlignHead />
      {association.charter.values.map((value, i) => (
        <StanceRow key={value.id} value={value} index={i} locale={association.locale} />
      ))}
    </StepSection>
  );
}

function TakingPart({ association, name, days }: ApplyFormProps) {
  const t = useTranslations("membership.apply");
  const { slug, values, charter } = association;
  const b = (text: React.ReactNode) => <b>{text}</b>;
  return (
    <StepSection id="pledge" number={4} title={t("step.pledge")}>
      <div className="stack stack--form">
        <Questions association={association} />
        <StatementFields asked={charter} days={days} />
        <Pledge emblem={<Emblem slug={slug} values={values} side={64} />} sentence={t("sentence")}>
          <Checkbox name="accepts" label={t.rich("accepts", { version: charter.version, name, b })} />
        </Pledge>
      </div>
    </StepSection>
  );
}

function Questions({ association: { questions, locale } }: { association: AssociationView }) {
  const t = useTranslations("membership.apply");
  const reading = useLocale();
  if (questions.length === 0) return null;
  return (
    <fieldset className="stack stack--form">
      <legend>{t("questions")}</legend>
      {questions.map(({ id, text, isRequired }, i) => (
        <div key={id}>
          <input type="hidden" name={`answers.${i}.questionId`} value={id} />
          {isRequired ? <input type="hidden" name={`answers.${i}.isRequired`} value="on" /> : null}
          <TextArea
            name={`answers.${i}.text`}
            label={<span lang={locale === reading ? undefined : locale}>{text}</span>}
            isOptional={!isRequired}
            charsMax={ANSWER_CHARS_MAX}
          />
        </div>
      ))}
    </fieldset>
  );
}
