import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Section } from "@/components/layout/section";
import { Fold } from "@/components/ui/fold";
import { Instant } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import type { FormAction } from "@/lib/form/form-state";
import { APPROVAL_NOTE_CHARS_MAX } from "@/lib/project/approval/schema";
import type { DeskView } from "@/lib/project/desk/types";

type DeskApprovalProps = { desk: DeskView; again: FormAction };

/** Where the word of the association stands; after a no, why, and how one asks again. */
export function DeskApproval({ desk: { project, approval, mayManage }, again }: DeskApprovalProps) {
  const t = useTranslations("project.approval");
  if (!approval) return null;
  const { state, at, reason } = approval;
  return (
    <Section id="approval" title={t("title")} note={t("note")}>
      <p>{t.rich(state, { day: () => <Instant at={at} /> })}</p>
      {reason ? (
        <div className="remark">
          <Prose text={reason} />
        </div>
      ) : null}
      {state === "DECLINED" && mayManage ? (
        <Fold title={t("again")}>
          <Form action={again} formKey={crypto.randomUUID()} hidden={{ slug: project.slug }}>
            <TextArea
              name="note"
              label={t("againNote")}
              hint={t("againHint")}
              rows={3}
              charsMax={APPROVAL_NOTE_CHARS_MAX}
            />
            <SubmitButton look="neutral">{t("againSubmit")}</SubmitButton>
          </Form>
        </Fold>
      ) : null}
    </Section>
  );
}
