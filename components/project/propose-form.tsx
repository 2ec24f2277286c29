import { useLocale, useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { KeptField } from "@/components/form/kept-field";
import { Rows } from "@/components/form/rows";
import { SubmitButton } from "@/components/form/submit-button";
import { StepSection } from "@/components/ui/steps";
import type { FormAction } from "@/lib/form/form-state";
import type { ProposingView } from "@/lib/project/proposal/types";
import { DELIVERABLES_PROPOSED_MAX, NEEDS_PROPOSED_MAX } from "@/lib/project/schema";
import { DeliverableFields } from "./deliverable-fields";
import { NeedFields } from "./need-fields";
import { OptionsList } from "./options-list";
import { type Draft, ProposeWhat } from "./propose-what";

const NEEDS_SHOWN = 3;
const DELIVERABLES_SHOWN = 2;
const COMPETENCES = "competences";
const PLACES = "places";

type ProposeFormProps = {
  action: FormAction;
  proposing: ProposingView;
  /** Slug of the association the page was opened for. */
  association?: string | undefined;
  /** The idea the proposal is made of, or the ended project it takes up; without one it begins here. */
  draft?: Draft | undefined;
  today: string;
  competences: readonly string[];
  places: readonly string[];
};

/** What and why, the seats, what is promised: one page, one act. */
export function ProposeForm({ action, competences, places, today, draft, ...where }: ProposeFormProps) {
  const t = useTranslations("project");
  const hidden = draft && { [draft.isIdea ? "slug" : "continues"]: draft.slug };
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={hidden} className="apply-form">
      <KeptField name="contentLocale" value={useLocale()} />
      <OptionsList id={COMPETENCES} labels={competences} />
      <OptionsList id={PLACES} labels={places} />
      <StepSection id="what" title={t("propose.what")}>
        <ProposeWhat {...where} draft={draft} places={PLACES} />
      </StepSection>
      <Seats today={today} />
      <Promises today={today} />
      <div className="apply-end">
        <SubmitButton size="big">{t(draft?.isIdea ? "idea.becomeSubmit" : "propose.submit")}</SubmitButton>
        <p className="meta">{t(draft?.isIdea ? "idea.becomeSubmitNote" : "propose.submitNote")}</p>
      </div>
    </Form>
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
