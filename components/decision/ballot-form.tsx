import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Actions } from "@/components/ui/button";
import { isSubjected } from "@/lib/decision/rules";
import { OBJECTION_CHARS_MAX } from "@/lib/decision/schema";
import type { DecisionKind, DecisionView, OptionView } from "@/lib/decision/types";
import type { FormAction } from "@/lib/form/form-state";

/** One ballot, changeable until the close (rule DC2). Nothing is chosen beforehand. */
export function BallotForm({ view, action }: { view: DecisionView; action: FormAction }) {
  const t = useTranslations("decision");
  const { options, own, id, secrecy, kind } = view;
  const mayObject = options.some(({ stance }) => stance === "OBJECTION");
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ decisionId: id }}>
      <p className="hint">{t(secrecy === "SECRET" ? "secretNote" : "voteNote")}</p>
      <RadioGroup
        name="optionId"
        label={isSubjected(kind) ? t(`on.${kind}.question`, { name: view.subject ?? "" }) : t("choose")}
        value={own.optionId}
        isBoxed
        choices={options.map((option) => {
          const note = noteOf(view, option.stance);
          const isAsking = option.stance === "OBJECTION";
          return {
            ...{ value: option.id, label: <Label option={option} kind={kind} />, isAsking },
            note: note ? t(note) : undefined,
          };
        })}
      />
      {mayObject ? (
        <div className="if-asked">
          <TextArea
            name="objection"
            label={t("objection")}
            hint={t(secrecy === "SECRET" ? "objectionHintSecret" : "objectionHint")}
            value={own.objection}
            charsMax={OBJECTION_CHARS_MAX}
            isOptional
          />
        </div>
      ) : null}
      <Actions>
        <SubmitButton>{t(own.hasVoted ? "recast" : "cast")}</SubmitButton>
      </Actions>
    </Form>
  );
}

/** Which words say what an answer comes to, where it does not say so itself: a yes to an appeal keeps the exclusion (rule M9). */
function noteOf({ kind, secrecy }: DecisionView, stance: OptionView["stance"]) {
  if (stance === "OBJECTION" && secrecy === "SECRET") return "answerNote.OBJECTION_SECRET" as const;
  if (stance === "OBJECTION" || stance === "ABSTAIN") return `answerNote.${stance}` as const;
  return isSubjected(kind) && stance !== "CHOICE" ? (`on.${kind}.comesTo.${stance}` as const) : null;
}

type LabelProps = { option: Pick<OptionView, "stance" | "text">; kind: DecisionKind };

/** What an answer says, in the words of whoever proposed it or in ours; on a person, what becomes of them. */
export function Label({ option: { stance, text }, kind }: LabelProps) {
  const t = useTranslations("decision");
  if (stance === "CHOICE") return <b>{text}</b>;
  return <b>{t(isSubjected(kind) && stance !== "ABSTAIN" ? `on.${kind}.answer.${stance}` : `answer.${stance}`)}</b>;
}
