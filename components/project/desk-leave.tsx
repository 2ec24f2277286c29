import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Section } from "@/components/layout/section";
import { AnchorButton } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import type { FormAction } from "@/lib/form/form-state";
import type { DeskView } from "@/lib/project/desk/types";
import { hasArrow } from "@/lib/project/rules";
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
  if (state === "COMPLETED" || state === "ABANDONED") return null;
  return (
    <>
      <Handover desk={desk} actions={actions} />
      <Stop slug={slug} canSuspend={hasArrow(state, "SUSPENDED")} move={actions.move} />
    </>
  );
}

function Handover({ desk: { project, participants, askedToLead }, actions }: DeskLeaveProps) {
  const t = useTranslations("project.manage");
  const { slug } = project;
  return (
    <Section id="handover" title={t("handover")} note={t("handoverNote")}>
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
        <p className="meta">{t("handoverNobody")}</p>
      )}
    </Section>
  );
}

function Stop({ slug, canSuspend, move }: { slug: string; canSuspend: boolean; move: FormAction }) {
  const t = useTranslations("project.manage");
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
      <Fold title={t("abandon")}>
        <p>
          <b>{t("abandonStep")}</b>
        </p>
        <ul className="tips">
          <li>{t("abandon1")}</li>
          <li>{t("abandon2")}</li>
          <li>{t("abandon3")}</li>
          <li>{t("abandon4")}</li>
        </ul>
        <Form action={move} formKey={crypto.randomUUID()} hidden={{ slug, to: "ABANDONED" }}>
          <TextArea {...why} />
          <div className="actions">
            <AnchorButton look="primary" href="#offers">
              {t("abandonBack")}
            </AnchorButton>
            <SubmitButton look="stop">{t("abandonSure")}</SubmitButton>
          </div>
        </Form>
      </Fold>
    </Section>
  );
}
