import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Section } from "@/components/layout/section";
import { Fold } from "@/components/ui/fold";
import { Day } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import type { DeliverableLine, ProjectView } from "@/lib/project/page/types";
import { isOpenToOffers } from "@/lib/project/rules";
import { EVIDENCE_CHARS_MAX } from "@/lib/project/schema";
import { ByDay } from "./by-day";
import { DeliverableFields } from "./deliverable-fields";
import { NeedFields } from "./need-fields";
import { OptionsList } from "./options-list";

export type PlanActions = {
  readonly addNeed: FormAction;
  readonly addDeliverable: FormAction;
  readonly deliver: FormAction;
};
type DeskPlanProps = { project: ProjectView; actions: PlanActions; today: string; competences: readonly string[] };

/** What was promised and handed over; one more seat, one more promise while people can still sit down. */
export function DeskPlan({ project, actions, today, competences }: DeskPlanProps) {
  const t = useTranslations("project.manage");
  const { slug, deliverables, state } = project;
  return (
    <Section id="plan" title={t("plan")}>
      <ul className="ledger ledger--tight">
        {deliverables.map((line) => (
          <li key={line.id}>
            <PromiseLine line={line} slug={slug} today={today} action={state === "ACTIVE" ? actions.deliver : null} />
          </li>
        ))}
      </ul>
      {isOpenToOffers(state) ? (
        <>
          <Fold title={t("addNeed")}>
            <Form action={actions.addNeed} formKey={crypto.randomUUID()} hidden={{ slug }}>
              <OptionsList id="competences" labels={competences} />
              <NeedFields today={today} list="competences" mayBeCritical={state !== "ACTIVE"} />
              <SubmitButton look="neutral">{t("addNeedSubmit")}</SubmitButton>
            </Form>
          </Fold>
          <Fold title={t("addDeliverable")}>
            <Form action={actions.addDeliverable} formKey={crypto.randomUUID()} hidden={{ slug }}>
              <DeliverableFields today={today} />
              <SubmitButton look="neutral">{t("addNeedSubmit")}</SubmitButton>
            </Form>
          </Fold>
        </>
      ) : null}
    </Section>
  );
}

type PromiseLineProps = { line: DeliverableLine; slug: string; today: string; action: FormAction | null };

function PromiseLine({ line, slug, today, action }: PromiseLineProps) {
  const t = useTranslations("project");
  const { id, title, due, done } = line;
  return (
    <>
      <p>
        <b>{title}</b>{" "}
        <span className="meta">
          {due ? <ByDay on={due} today={today} /> : t("manage.noDate")}
          {done ? <> · {t.rich("manage.delivered", { day: () => <Day on={done} look="dated" /> })}</> : null}
        </span>
      </p>
      {action && !done ? <DeliverForm id={id} title={title} slug={slug} action={action} /> : null}
    </>
  );
}

type DeliverFormProps = { id: string; title: string; slug: string; action: FormAction };

/** Handed over today: by what one sees it, in a line. */
function DeliverForm({ id, title, slug, action }: DeliverFormProps) {
  const t = useTranslations("project.manage");
  return (
    <Fold
      title={
        <>
          {t("deliverOpen")}
          <span className="vh">: {title}</span>
        </>
      }
    >
      <Form action={action} formKey={crypto.randomUUID()} hidden={{ slug, deliverableId: id }}>
        <TextArea
          name="evidence"
          label={t("evidence")}
          hint={t("evidenceHint")}
          rows={2}
          charsMax={EVIDENCE_CHARS_MAX}
        />
        <TextField name="evidenceUrl" type="url" label={t("evidenceUrl")} isOptional />
        <SubmitButton look="neutral">
          {t("deliver")}
          <span className="vh">: {title}</span>
        </SubmitButton>
      </Form>
    </Fold>
  );
}
