import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { RadioGroup } from "@/components/form/choices";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import type { ProjectView } from "@/lib/project/page/types";
import type { ProposingView } from "@/lib/project/proposal/types";
import { DESCRIPTION_CHARS_MAX, PURPOSE_CHARS_MAX, WHY_TOGETHER_CHARS_MAX } from "@/lib/project/schema";
import { PROJECT_KINDS, type ProjectKind } from "@/lib/project/types";
import { ValueChoices } from "./value-choices";

/** Professionale, tematico, personale (promise P35). */
export function KindChoice({ value = "PROFESSIONAL" }: { value?: ProjectKind | undefined }) {
  const t = useTranslations("project");
  const kinds = PROJECT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`), note: t(`kindNote.${kind}`) }));
  return <RadioGroup name="kind" label={t("propose.kind")} choices={kinds} value={value} isBoxed />;
}

type WhereProps = {
  proposing: ProposingView;
  /** Slug of the association the page was opened for. */
  association?: string | undefined;
};

/** The association it is to live in, or none. */
export function AssociationChoice({ proposing: { associations, missing }, association }: WhereProps) {
  const t = useTranslations("project.propose");
  const mayBePersonal = missing.length === 0;
  return (
    <Select
      name="association"
      label={t("association")}
      hint={mayBePersonal ? undefined : t("profileMissing")}
      options={associations.map(({ slug, name }) => ({ value: slug, label: name }))}
      none={mayBePersonal ? t("personal") : undefined}
      value={association}
      isOptional={mayBePersonal}
    />
  );
}

export function MembersOnlyChoice() {
  const t = useTranslations("project.propose");
  return <Checkbox name="isMembersOnly" label={t("membersOnly")} note={t("membersOnlyNote")} isBoxed />;
}

/** The idea a proposal is made of, or the ended project it takes up again; what was written already. */
export type Draft = Pick<
  ProjectView,
  "slug" | "title" | "purpose" | "kind" | "forWhom" | "whyTogether" | "values" | "description"
> & {
  /** Name of the place, as the field writes it. */
  readonly place: string | undefined;
  /** An idea keeps where it lives and who may see it; what takes up another says so anew. */
  readonly isIdea: boolean;
};

type ProposeWhatProps = WhereProps & {
  draft?: Draft | undefined;
  /** Id of the list of places. */
  places: string;
};

/** What a project is and why; an idea keeps where it lives and who may see it. */
export function ProposeWhat({ draft, places, ...where }: ProposeWhatProps) {
  const t = useTranslations("project.propose");
  const place = (
    <TextField name="place" label={t("place")} hint={t("placeHint")} list={places} value={draft?.place} isOptional />
  );
  return (
    <div className="stack stack--form">
      <TextField name="title" label={t("name")} value={draft?.title} />
      <TextArea
        name="purpose"
        label={t("purpose")}
        hint={t("purposeHint")}
        rows={3}
        charsMax={PURPOSE_CHARS_MAX}
        value={draft?.purpose}
      />
      <KindChoice value={draft?.kind} />
      {draft?.isIdea ? (
        place
      ) : (
        <div className="pair">
          <AssociationChoice {...where} />
          {place}
        </div>
      )}
      <TextField name="forWhom" label={t("forWhom")} value={draft?.forWhom} isOptional />
      <WhyTogether value={draft?.whyTogether} isOptional />
      <ValueChoices values={where.proposing.values} chosen={draft?.values} />
      <TextArea
        name="description"
        label={t("description")}
        hint={t("descriptionHint")}
        charsMax={DESCRIPTION_CHARS_MAX}
        value={draft?.description}
        isOptional
      />
      {draft?.isIdea ? null : <MembersOnlyChoice />}
    </div>
  );
}

/** What would make it impossible alone. */
export function WhyTogether({ value, isOptional }: { value?: string | undefined; isOptional?: boolean }) {
  const t = useTranslations("project.propose");
  return (
    <TextArea
      name="whyTogether"
      label={t("whyTogether")}
      hint={t("whyTogetherHint")}
      rows={2}
      charsMax={WHY_TOGETHER_CHARS_MAX}
      value={value}
      isOptional={isOptional}
    />
  );
}
