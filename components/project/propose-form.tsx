import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { Rows } from "@/components/form/rows";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { StepSection } from "@/components/ui/steps";
import type { FormAction } from "@/lib/form/form-state";
import type { ProposingView } from "@/lib/project/proposal/types";
import {
  DELIVERABLES_PROPOSED_MAX,
  DESCRIPTION_CHARS_MAX,
  NEEDS_PROPOSED_MAX,
  PURPOSE_CHARS_MAX,
} from "@/lib/project/schema";
import { PROJECT_KINDS } from "@/lib/project/types";
import { DeliverableFields } from "./deliverable-fields";
import { NeedFields } from "./need-fields";
import { OptionsList } from "./options-list";

const NEEDS_SHOWN = 3;
const DELIVERABLES_SHOWN = 2;
const COMPETENCES = "competences";
const PLACES = "places";

type ProposeFormProps = {
  action: FormAction;
  proposing: ProposingView;
  /** Slug of the association the page was opened for. */
  association?: string | undefined;
  today: string;
  competences: readonly string[];
  places: readonly string[];
};

/** What and why, the seats, what is promised: one page, one act. */
export function ProposeForm({ action, competences, places, ...rest }: ProposeFormProps) {
  const t = useTranslations("project.propose");
  const locale = useLocale();
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ contentLocale: locale }} className="apply-form">
      <OptionsList id={COMPETENCES} labels={competences} />
      <OptionsList id={PLACES} labels={places} />
      <What {...rest} />
      <Seats today={rest.today} />
      <Promises today={rest.today} />
      <div className="apply-end">
        <SubmitButton size="big">{t("submit")}</SubmitButton>
        <p className="meta">{t("submitNote")}</p>
      </div>
    </Form>
  );
}

function What({ proposing, association }: Pick<ProposeFormProps, "proposing" | "association">) {
  const t = useTranslations("project");
  const { associations, missing } = proposing;
  const mayBePersonal = missing.length === 0;
  const kinds = PROJECT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`), note: t(`kindNote.${kind}`) }));
  return (
    <StepSection id="what" title={t("propose.what")}>
      <div className="stack stack--form">
        <TextField name="title" label={t("propose.name")} />
        <TextArea
          name="purpose"
          label={t("propose.purpose")}
          hint={t("propose.purposeHint")}
          rows={3}
          charsMax={PURPOSE_CHARS_MAX}
        />
        <RadioGroup name="kind" label={t("propose.kind")} choices={kinds} value="PROFESSIONAL" isBoxed />
        <div className="pair">
          <Select
            name="association"
            label={t("propose.association")}
            hint={mayBePersonal ? undefined : t("propose.profileMissing")}
            options={associations.map(({ slug, name }) => ({ value: slug, label: name }))}
            none={mayBePersonal ? t("propose.personal") : undefined}
            value={association}
            isOptional={mayBePersonal}
          />
          <TextField name="place" label={t("propose.place")} hint={t("propose.placeHint")} list={PLACES} isOptional />
        </div>
        <TextField name="forWhom" label={t("propose.forWhom")} isOptional />
        <TextArea
          name="description"
          label={t("propose.description")}
          hint={t("propose.descriptionHint")}
          charsMax={DESCRIPTION_CHARS_MAX}
          isOptional
        />
        <Checkbox name="isMembersOnly" label={t("propose.membersOnly")} note={t("propose.membersOnlyNote")} isBoxed />
      </div>
    </StepSection>
  );
}

function Seats({ today }: { today: string }) {
  const t = useTranslations("project.propose");
  const rows = Array.from({ length: NEEDS_PROPOSED_MAX }, (_, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows are positions of one form
    <fieldset key={i}>
      <legend className="vh">{t("seat", { number: i + 1 })}</legend>
      <NeedFields prefix={`needs.${i}.`} today={today} list={COMPETENCES} />
    </fieldset>
  ));
  return (
    <StepSection id="seats" title={t("seats")}>
      <p className="hint">{t("seatsHint")}</p>
      <Rows name="needs" rows={rows} shown={NEEDS_SHOWN} addLabel={t("addSeat")} removeLabel={t("removeSeat")} />
    </StepSection>
  );
}

function Promises({ today }: { today: string }) {
  const t = useTranslations("project.propose");
  const rows = Array.from({ length: DELIVERABLES_PROPOSED_MAX }, (_, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows are positions of one form
    <fieldset key={i}>
      <legend className="vh">{t("promised", { number: i + 1 })}</legend>
      <DeliverableFields prefix={`deliverables.${i}.`} today={today} />
    </fieldset>
  ));
  return (
    <StepSection id="promise" title={t("promise")}>
      <p className="hint">{t("promiseHint")}</p>
      <Rows
        name="deliverables"
        rows={rows}
        shown={DELIVERABLES_SHOWN}
        addLabel={t("addDeliverable")}
        removeLabel={t("removeDeliverable")}
      />
    </StepSection>
  );
}
