import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Day } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/form/form-state";
import type { PledgeView } from "@/lib/membership/pledge/types";

type PausePanelProps = {
  view: PledgeView;
  days: { readonly min: string; readonly max: string };
  pause: FormAction;
  resume: FormAction;
};

/** Stepping back for a while, after reading what it means; and coming back (rule M10, promise P37). */
export function PausePanel({ view: { association, state, pausedUntil }, days, pause, resume }: PausePanelProps) {
  const t = useTranslations("membership.pledge");
  const hidden = { associationSlug: association.slug };
  if (state === "PAUSED")
    return (
      <Panel title={t("pause")} className="print:hidden">
        <p className="meta">
          {pausedUntil ? t.rich("resumeBy", { day: () => <Day on={pausedUntil} /> }) : t("resumeNote")}
        </p>
        <div className="mt-4">
          <ButtonForm action={resume} formKey={crypto.randomUUID()} hidden={hidden} look="primary">
            {t("resumeAct")}
          </ButtonForm>
        </div>
      </Panel>
    );
  return (
    <Panel title={t("pause")} className="print:hidden">
      <p className="meta">{t("pauseNote")}</p>
      <ul className="tips meta mt-3">
        <li>{t("pauseKeeps")}</li>
        <li>{t("pauseStops")}</li>
        <li>{t("pauseEnds")}</li>
      </ul>
      <div className="mt-4">
        <Form action={pause} formKey={crypto.randomUUID()} hidden={hidden}>
          <DateField name="untilOn" label={t("pauseUntil")} hint={t("pauseUntilHint")} isOptional {...days} />
          <SubmitButton>{t("pauseAct")}</SubmitButton>
        </Form>
      </div>
    </Panel>
  );
}
