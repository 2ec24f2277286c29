import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { Form } from "@/components/form/form";
import { FormRefusals } from "@/components/form/form-refusals";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import { ValueTile } from "@/components/ui/emblem";
import { Pledge } from "@/components/ui/pledge";
import { StepSection } from "@/components/ui/steps";
import type { FormAction } from "@/lib/form/form-state";
import { FoundingCharter } from "./founding-charter";
import { FoundingEntry } from "./founding-entry";
import { FoundingIdentity } from "./founding-identity";
import { FoundingValues } from "./founding-values";
import { StatementFields } from "./statement-fields";

type FoundingFormProps = {
  action: FormAction;
  /** Full name of whoever founds. */
  name: string;
  days: { readonly min: string; readonly max: string };
};

/** One long page: identity, values, charter, how one comes in, the founder's own pledge. */
export function FoundingForm({ action, name, days }: FoundingFormProps) {
  const t = useTranslations("association.found");
  const b = (text: React.ReactNode) => <b>{text}</b>;
  return (
    <Form action={action} formKey={crypto.randomUUID()} className="apply-form" hasOwnSummary>
      <div>
        <h1>{t("title")}</h1>
        <p className="lead mt-2">{t("lead")}</p>
      </div>
      <FormRefusals />
      <StepSection id="identity" number={1} title={t("identity")}>
        <FoundingIdentity />
      </StepSection>
      <StepSection id="values" number={2} title={t("values")}>
        <FoundingValues />
      </StepSection>
      <StepSection id="charter" number={3} title={t("charter")}>
        <FoundingCharter />
      </StepSection>
      <StepSection id="entry" number={4} title={t("entry")}>
        <FoundingEntry />
      </StepSection>
      <StepSection id="pledge" number={5} title={t("pledge")}>
        <p className="hint">{t("pledgeLead")}</p>
        <div className="stack stack--form">
          <StatementFields days={days} mayListen={false} />
          <Pledge emblem={<ValueTile value="care" side={64} />} sentence={t("acceptSentence")}>
            <Checkbox name="accepts" label={t.rich("accepts", { name, b })} />
          </Pledge>
        </div>
      </StepSection>
      <div className="apply-end">
        <SubmitButton size="big">{t("submit")}</SubmitButton>
        <LinkButton look="quiet" href="/associations">
          {t("later")}
        </LinkButton>
        <p className="meta">{t("note")}</p>
      </div>
    </Form>
  );
}
