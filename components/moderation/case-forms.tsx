import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/form/choices";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Section } from "@/components/layout/section";
import { Instant } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import { FACTS_CHARS_MAX, REASON_CHARS_MAX } from "@/lib/moderation/exclusion/schema";
import type { CaseView } from "@/lib/moderation/exclusion/types";
import { lastMoment } from "./case-rail";

type Acts = Readonly<Record<"answer" | "appeal" | "rule" | "vote", FormAction>>;
type CaseFormsProps = { view: CaseView; acts: Acts; days: { min: string; max: string } };

/** What whoever looks may do now: answer, appeal, decide, put it to the vote. */
export function CaseForms({ view, acts, days }: CaseFormsProps) {
  return (
    <>
      {view.mayAnswer ? <AnswerForm view={view} action={acts.answer} /> : null}
      {view.mayAppeal ? <AppealForm view={view} action={acts.appeal} /> : null}
      {view.act === "DECIDE" ? <RuleForm view={view} action={acts.rule} /> : null}
      {view.act === "VOTE" ? <VoteForm view={view} action={acts.vote} days={days} /> : null}
    </>
  );
}

type FormProps = { view: CaseView; action: FormAction };

function AnswerForm({ view: { id, answer }, action }: FormProps) {
  const t = useTranslations("moderation.case");
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ caseId: id }}>
      <TextArea
        name="answer"
        label={t("answerLabel")}
        hint={t("answerHint")}
        value={answer}
        rows={6}
        charsMax={FACTS_CHARS_MAX}
      />
      <SubmitButton>{t("answerSubmit")}</SubmitButton>
    </Form>
  );
}

function AppealForm({ view: { id, appealBy }, action }: FormProps) {
  const t = useTranslations("moderation.case");
  const day = () => (appealBy ? <Instant at={lastMoment(appealBy)} /> : null);
  return (
    <Section id="to-appeal" title={t("appeal")}>
      <Form action={action} formKey={crypto.randomUUID()} hidden={{ caseId: id }}>
        <p className="hint">{t.rich("appealNote", { day })}</p>
        <TextArea name="appeal" label={t("appealLabel")} rows={6} charsMax={FACTS_CHARS_MAX} />
        <SubmitButton>{t("appealSubmit")}</SubmitButton>
      </Form>
    </Section>
  );
}

function RuleForm({ view: { id, state }, action }: FormProps) {
  const t = useTranslations("moderation.case");
  const isAppeal = state === "APPEALED";
  return (
    <Section id="decide" title={t(isAppeal ? "decideAppeal" : "decide")}>
      <Form action={action} formKey={crypto.randomUUID()} hidden={{ caseId: id }}>
        <RadioGroup
          name="outcome"
          label={t("outcome")}
          isBoxed
          choices={
            isAppeal
              ? [
                  { value: "IN", label: t("reverse") },
                  { value: "OUT", label: t("confirm") },
                ]
              : [
                  { value: "IN", label: t("stays"), note: t("staysNote") },
                  { value: "OUT", label: t("goes"), note: t("goesNote") },
                ]
          }
        />
        <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} rows={5} charsMax={REASON_CHARS_MAX} />
        <SubmitButton>{t("decideSubmit")}</SubmitButton>
      </Form>
    </Section>
  );
}

function VoteForm({ view: { id, wording, facts, state }, action, days }: FormProps & { days: CaseFormsProps["days"] }) {
  const t = useTranslations("moderation.case");
  const say = useTranslations("decision");
  // Nobody outside the case could word it: the server takes what the case says.
  const isNeutral = wording === "NEUTRAL";
  return (
    <Section id="decide" title={t("vote")}>
      <Form
        action={action}
        formKey={crypto.randomUUID()}
        hidden={isNeutral ? { caseId: id, reason: facts } : { caseId: id }}
      >
        <p className="hint">{t(state === "APPEALED" ? "voteNoteAppeal" : "voteNote")}</p>
        {isNeutral ? (
          <p className="hint">{t("voteNeutral")}</p>
        ) : (
          <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} rows={5} charsMax={REASON_CHARS_MAX} />
        )}
        <RadioGroup
          name="secrecy"
          label={t("secrecy")}
          value="SECRET"
          isBoxed
          choices={(["SECRET", "HIDDEN"] as const).map((one) => ({
            value: one,
            label: say(`secrecyLong.${one}`),
            note: say(`secrecyNote.${one}`),
          }))}
        />
        <DateField name="closesOn" label={t("closesOn")} {...days} />
        <SubmitButton>{t("voteSubmit")}</SubmitButton>
      </Form>
    </Section>
  );
}
