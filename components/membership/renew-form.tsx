import { useTranslations } from "next-intl";
import { Clauses } from "@/components/association/charter";
import { Checkbox } from "@/components/form/checkbox";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Fold } from "@/components/ui/fold";
import type { FormAction } from "@/lib/form/form-state";
import type { PledgeView } from "@/lib/membership/pledge/types";
import { OpenValues } from "./open-values";
import { StatementFields } from "./statement-fields";

type RenewFormProps = {
  view: PledgeView;
  /** Language the charter is written in. */
  locale: string;
  name: string;
  action: FormAction;
  days: { readonly min: string; readonly max: string; readonly wished: string };
  /** Whether it answers a charter that changed: then what changed stands above it. */
  isAcceptance?: boolean;
};

/** Saying again how I take part, on the charter in force, and where I stand on what is new in it (rules PT1, M11). */
export function RenewForm({ view, locale, name, action, days, isAcceptance = false }: RenewFormProps) {
  const t = useTranslations("membership");
  const accepting = useTranslations("charter.accept");
  const { association, charter, pledge } = view;
  const b = (text: React.ReactNode) => <b>{text}</b>;
  return (
    <Form
      action={action}
      formKey={crypto.randomUUID()}
      hidden={{ associationSlug: association.slug, charterHash: charter.hash }}
    >
      <OpenValues values={view.open} title={accepting("stances")} locale={locale} />
      <StatementFields asked={charter} days={days} value={pledge} />
      <Fold title={t("apply.version", { version: charter.version })}>
        <Clauses charter={charter} locale={locale} isBoxed />
      </Fold>
      <Checkbox name="accepts" label={t.rich("apply.accepts", { version: charter.version, name, b })} />
      <SubmitButton look={view.isOver || isAcceptance ? "primary" : "neutral"}>
        {isAcceptance ? accepting("accept") : t("pledge.renewAct")}
      </SubmitButton>
    </Form>
  );
}
