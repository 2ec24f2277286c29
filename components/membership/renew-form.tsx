import { useTranslations } from "next-intl";
import { Clauses } from "@/components/association/charter";
import { Checkbox } from "@/components/form/checkbox";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Fold } from "@/components/ui/fold";
import type { FormAction } from "@/lib/form/form-state";
import type { PledgeView } from "@/lib/membership/pledge/types";
import { StatementFields } from "./statement-fields";

type RenewFormProps = {
  view: PledgeView;
  /** Language the charter is written in. */
  locale: string;
  name: string;
  action: FormAction;
  days: { readonly min: string; readonly max: string; readonly wished: string };
};

/** Saying again how I take part, on the charter in force (rule PT1). */
export function RenewForm({ view, locale, name, action, days }: RenewFormProps) {
  const t = useTranslations("membership");
  const { association, charter, pledge } = view;
  const b = (text: React.ReactNode) => <b>{text}</b>;
  return (
    <Form
      action={action}
      formKey={crypto.randomUUID()}
      hidden={{ associationSlug: association.slug, charterHash: charter.hash }}
    >
      <StatementFields asked={charter} days={days} value={pledge} />
      <Fold title={t("apply.version", { version: charter.version })} isOpen={view.isCharterNewer}>
        <Clauses charter={charter} locale={locale} isBoxed />
      </Fold>
      <Checkbox name="accepts" label={t.rich("apply.accepts", { version: charter.version, name, b })} />
      <SubmitButton look={view.isOver ? "primary" : "neutral"}>{t("pledge.renewAct")}</SubmitButton>
    </Form>
  );
}
