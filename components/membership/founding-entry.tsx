import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { RadioGroup } from "@/components/form/choices";
import { NumberField } from "@/components/form/number-field";
import { Rows } from "@/components/form/rows";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { ENTRY_MODES } from "@/lib/association/types";
import { COUNTS, MEMBERS_MAX } from "@/lib/membership/founding/schema";
import { ANSWER_CHARS_MAX } from "@/lib/membership/papers/schema";

const SHOWN = 2;
const DECIDERS = ["1", "2"] as const;

/** How one comes in: the door, who decides, how many places, what is asked. */
export function FoundingEntry() {
  const t = useTranslations("association.found");
  return (
    <div className="stack stack--form">
      <RadioGroup
        name="entry"
        label={t("mode")}
        isBoxed
        value="APPLICATION"
        choices={ENTRY_MODES.map((mode) => ({ value: mode, label: t(`modes.${mode}`), note: t(`modeNotes.${mode}`) }))}
      />
      <RadioGroup
        name="decidersRequired"
        label={t("deciders")}
        isBoxed
        value="1"
        choices={DECIDERS.map((count) => ({
          value: count,
          label: t(`decider.${count}`),
          note: t(`deciderNote.${count}`),
        }))}
      />
      <NumberField
        name="memberLimit"
        label={t("memberLimit")}
        hint={t("memberLimitHint")}
        isOptional
        min={2}
        max={MEMBERS_MAX}
      />
      <fieldset>
        <legend>{t("questions")}</legend>
        <p className="hint">{t("questionsHint")}</p>
        <Rows
          name="questions"
          rows={Array.from({ length: COUNTS.questions }, (_, i) => i).map((i) => <QuestionRow key={i} index={i} />)}
          shown={SHOWN}
          addLabel={t("addQuestion")}
          removeLabel={t("remove")}
        />
      </fieldset>
    </div>
  );
}

function QuestionRow({ index }: { index: number }) {
  const t = useTranslations("association.found");
  const at = (field: string) => `questions.${index}.${field}`;
  return (
    <div className="stack stack--tight">
      <TextField name={at("text")} label={t("question", { number: index + 1 })} isOptional autoComplete="off" />
      <Checkbox name={at("isRequired")} label={t("isRequired")} />
      <TextArea name={at("answer")} label={t("answer")} rows={2} isOptional charsMax={ANSWER_CHARS_MAX} />
    </div>
  );
}
