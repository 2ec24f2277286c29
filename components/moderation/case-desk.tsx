import { useLocale, useTranslations } from "next-intl";
import { WhomField } from "@/components/directory/whom-field";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { ValueTile } from "@/components/ui/emblem";
import { Ledger, ProjectRow } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import { FACTS_CHARS_MAX } from "@/lib/moderation/exclusion/schema";
import { type CaseDesk, type CaseLine, EXCLUSION_BY } from "@/lib/moderation/exclusion/types";
import { CaseStateWord } from "./case-state";
import { ClauseSelect } from "./clause-select";

/** The cases of an association, newest first. */
export function CaseList({ slug, cases }: { slug: string; cases: readonly CaseLine[] }) {
  const t = useTranslations("moderation.desk");
  if (cases.length === 0) return <p className="meta">{t("none")}</p>;
  return (
    <Ledger look="projects">
      {cases.map(({ id, name, state, clause, openedAt }) => (
        <ProjectRow
          key={id}
          emblem={<ValueTile value="coherence" side={48} />}
          name={<Link href={{ pathname: "/associations/[slug]/cases/[id]", params: { slug, id } }}>{name}</Link>}
          line={t.rich("line", { clause, day: () => <Instant at={openedAt} look="dated" /> })}
          state={<CaseStateWord state={state} />}
        />
      ))}
    </Ledger>
  );
}

/** Whom, which clause, what happened. Opening a case changes nothing of the membership (rule M9). */
export function OpenCaseForm({ desk, action }: { desk: CaseDesk; action: FormAction }) {
  const t = useTranslations("moderation.desk");
  const locale = useLocale();
  const hidden = { associationSlug: desk.association.slug, contentLocale: locale };
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={hidden}>
      <p className="hint">{t("openNote")}</p>
      <WhomField name="whom" label={t("whom")} hint={t("whomHint")} />
      <ClauseSelect clauses={desk.clauses} label={t("clause")} />
      <TextArea name="facts" label={t("facts")} hint={t("factsHint")} rows={6} charsMax={FACTS_CHARS_MAX} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}

/** Who decides on exclusions, for cases opened from now on (rule R5). */
export function WayForm({ desk, action }: { desk: CaseDesk; action: FormAction }) {
  const t = useTranslations("moderation");
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ associationSlug: desk.association.slug }}>
      <RadioGroup
        name="exclusionBy"
        label={t("desk.way")}
        isLabelHidden
        hint={t("desk.wayNote")}
        isBoxed
        value={desk.exclusionBy}
        choices={EXCLUSION_BY.map((by) => ({ value: by, label: t(`by.${by}`), note: t(`byNote.${by}`) }))}
      />
      <SubmitButton look="neutral">{t("desk.waySubmit")}</SubmitButton>
    </Form>
  );
}
