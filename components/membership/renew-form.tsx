import { useLocale, useTranslations } from "next-intl";
import { Clauses } from "@/components/association/charter";
import { labelOf } from "@/components/association/values";
import { Align, AlignHead } from "@/components/form/align";
import { Checkbox } from "@/components/form/checkbox";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Fold } from "@/components/ui/fold";
import type { FormAction } from "@/lib/form/form-state";
import { NOTE_CHARS_MAX } from "@/lib/membership/papers/schema";
import type { PledgeView } from "@/lib/membership/pledge/types";
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
      <OpenValues view={view} locale={locale} />
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

/** Where I stand on values that are new or read otherwise; on the others it stays as it was. */
function OpenValues({ view: { open }, locale }: Pick<RenewFormProps, "view" | "locale">) {
  const t = useTranslations("charter.accept");
  const reading = useLocale();
  if (open.length === 0) return null;
  return (
    <fieldset>
      <legend>{t("stances")}</legend>
      <AlignHead />
      {open.map((value, i) => (
        <div key={value.id}>
          <input type="hidden" name={`stances.${i}.valueId`} value={value.id} />
          <Align
            name={`stances.${i}.stance`}
            whyName={`stances.${i}.note`}
            value={value.valueSlug ?? value.name}
            label={labelOf(value, reading)}
            meaning={<span lang={reading === locale ? undefined : locale}>{value.meaning}</span>}
            whyCharsMax={NOTE_CHARS_MAX}
          />
        </div>
      ))}
    </fieldset>
  );
}
