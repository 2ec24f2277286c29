import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { NumberField } from "@/components/form/number-field";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Section } from "@/components/layout/section";
import { Instant } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import { FACTS_CHARS_MAX, REASON_CHARS_MAX } from "@/lib/moderation/exclusion/schema";
import { PAUSE_DAYS_MAX } from "@/lib/moderation/measure/rules";
import type { ReportView } from "@/lib/moderation/report/types";
import { lastMoment } from "./case-rail";
import { ClauseSelect } from "./clause-select";

type Acts = Readonly<Record<"answer" | "appeal" | "decide", FormAction>>;

/** What whoever looks may do: answer, appeal, decide. */
export function ReportForms({ view, acts }: { view: ReportView; acts: Acts }) {
  const t = useTranslations("moderation.report");
  const hidden = { reportId: view.id };
  const day = () => (view.appealBy ? <Instant at={lastMoment(view.appealBy)} /> : null);
  return (
    <>
      {view.mayAnswer ? (
        <Form action={acts.answer} formKey={crypto.randomUUID()} hidden={hidden}>
          <TextArea name="words" label={t("answerLabel")} value={view.answer} rows={5} charsMax={FACTS_CHARS_MAX} />
          <SubmitButton>{t("answerSubmit")}</SubmitButton>
        </Form>
      ) : null}
      {view.mayAppeal ? (
        <Section id="to-appeal" title={t("appeal")}>
          <Form action={acts.appeal} formKey={crypto.randomUUID()} hidden={hidden}>
            <p className="hint">{t.rich("appealNote", { day })}</p>
            <TextArea name="words" label={t("appealLabel")} rows={5} charsMax={FACTS_CHARS_MAX} />
            <SubmitButton>{t("appealSubmit")}</SubmitButton>
          </Form>
        </Section>
      ) : null}
      {view.mayDecide ? <DecideForm view={view} action={acts.decide} /> : null}
    </>
  );
}

function DecideForm({ view, action }: { view: ReportView; action: FormAction }) {
  const t = useTranslations("moderation");
  const params = { slug: view.association.slug };
  return (
    <Section id="decide" title={t(view.state === "APPEALED" ? "report.decideAppeal" : "report.decide")}>
      <Form action={action} formKey={crypto.randomUUID()} hidden={{ reportId: view.id }}>
        <RadioGroup
          name="kind"
          label={t("report.kind")}
          isBoxed
          choices={view.kinds.map((kind) => ({
            value: kind,
            label: t(`measure.${kind}`),
            note: t(`measureNote.${kind}`),
            isAsking: kind === "PAUSE",
          }))}
        />
        <PauseFields roles={view.roles} />
        <ClauseSelect clauses={view.clauses} label={t("report.clause")} value={view.clauseId} />
        <TextArea
          name="reason"
          label={t("report.reason")}
          hint={t("report.reasonHint")}
          rows={5}
          charsMax={REASON_CHARS_MAX}
        />
        <SubmitButton>{t("report.decideSubmit")}</SubmitButton>
      </Form>
      <p className="meta mt-4">
        <Link href={{ pathname: "/associations/[slug]/manage/exclusions", params }}>{t("report.toCase")}</Link>
      </p>
    </Section>
  );
}

/** Which role, and for how many days: where the author holds one. */
function PauseFields({ roles }: Pick<ReportView, "roles">) {
  const t = useTranslations();
  if (roles.length === 0) return null;
  const options = roles.map(({ id, role, own }) => ({
    value: id,
    label: role ? t(`membership.role.${role}`) : (own ?? ""),
  }));
  return (
    <div className="if-asked stack stack--form">
      <Select
        name="roleGrantId"
        label={t("moderation.report.role")}
        hint={t("moderation.report.roleHint")}
        none={t("moderation.report.roleNone")}
        options={options}
        isOptional
      />
      <NumberField
        name="days"
        label={t("moderation.report.days")}
        hint={t("moderation.report.daysHint", { max: PAUSE_DAYS_MAX })}
        min={1}
        max={PAUSE_DAYS_MAX}
        isOptional
      />
    </div>
  );
}
