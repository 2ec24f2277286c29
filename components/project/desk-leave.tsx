import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Section } from "@/components/layout/section";
import { AnchorButton } from "@/components/ui/anchor-button";
import { Fold } from "@/components/ui/fold";
import type { FormAction } from "@/lib/form/form-state";
import type { DeskView } from "@/lib/project/desk/types";
import { hasArrow, isOver } from "@/lib/project/rules";
import { NOTE_CHARS_MAX } from "@/lib/project/schema";

export type LeaveActions = {
  readonly move: FormAction;
  readonly offerHandover: FormAction;
  readonly withdrawHandover: FormAction;
};
type DeskLeaveProps = { desk: DeskView; actions: LeaveActions };

/** Handing the project over, suspending it, letting it go: nobody is held to a project. */
export function DeskLeave({ desk, actions }: DeskLeaveProps) {
  const { slug, state } = desk.project;
  const isIdea = state === "IDEA";
  if (isOver(state)) return null;
  return (
    <>
      <Handover desk={desk} actions={actions} />
      <Stop slug={slug} isIdea={isIdea} canSuspend={hasArrow(state, "SUSPENDED")} move={actions.move} />
    </>
  );
}

function Handover({ desk: { project, participants, askedToLead }, actions }: DeskLeaveProps) {
  const t = useTranslations("project.manage");
  const i = useTranslations("project.idea");
  const { slug, state } = project;
  const isIdea = state === "IDEA";
  return (
    <Section id="handover" title={t("handover")} note={isIdea ? i("handoverNote") : t("handoverNote")}>
      {askedToLead ? (
        <>
          <p>{t("handoverAsked", { name: askedToLead.name })}</p>
          <ButtonForm action={actions.withdrawHandover} formKey={crypto.randomUUID()} hidden={{ slug }} size="small">
            {t("handoverWithdraw")}
          </ButtonForm>
        </>
      ) : participants.length > 0 ? (
        <Form action={actions.offerHandover} formKey={crypto.randomUUID()} hidden={{ slug }}>
          <Select
            name="memberId"
            label={t("handoverWho")}
            options={participants.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          />
          <SubmitButton look="neutral">{t("handoverAsk")}</SubmitButton>
        </Form>
      ) : (
        <p className="meta">{isIdea ? i("handoverNobody") : t("handoverNobody")}</p>
      )}
    </Section>
  );
}

type StopProps = { slug: string; isIdea: boolean; canSuspend: boolean; move: FormAction };

function Stop({ slug, isIdea, canSuspend, move }: StopProps) {
  const t = useTranslations("project.manage");
  const i = useTranslations("project.idea");
  const why = {
    name: "note",
    label: t("why"),
    hint: t("whyHint"),
    rows: 2,
    charsMax: NOTE_CHARS_MAX,
    isOptional: true,
  };
  return (
    <Section id="stop" title={t("pause")}>
      {canSuspend ? (
        <Fold title={t("suspend")}>
          <p className="meta">{t("suspendNote")}</p>
          <Form action={move} formKey={crypto.randomUUID()} hidden={{ slug, to: "SUSPENDED" }}>
            <TextArea {...why} />
            <SubmitButton look="neutral">{t("suspend")}</SubmitButton>
          </Form>
        </Fold>
      ) : null}
      <Fold title={isIdea ? i("abandon") : t("abandon")}>
        <p>
          <b>{t("abandonStep")}</b>
        </p>
        <ul className="tips">
          {(isIdea
            ? [i("abandon1"), i("abandon2"), i("abandon3")]
            : [t("abandon1"), t("abandon2"), t("abandon3"), t("abandon4")]
          ).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
        <Form action={move} formKey={crypto.randomUUID()} hidden={{ slug, to: "ABANDONED" }}>
          <TextArea {...why} />
          <div className="actions">
            <AnchorButton look="primary" href={isIdea ? "#people" : "#offers"}>
              {isIdea ? i("abandonBack") : t("abandonBack")}
            </AnchorButton>
            <SubmitButton look="stop">{t("abandonSure")}</SubmitButton>
          </div>
        </Form>
      </Fold>
    </Section>
  );
}
