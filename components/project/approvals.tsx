import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Fold } from "@/components/ui/fold";
import { Instant } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import { APPROVAL_NOTE_CHARS_MAX, APPROVAL_REASON_CHARS_MIN } from "@/lib/project/approval/schema";
import type { ApprovalLine } from "@/lib/project/approval/types";

type ApprovalsProps = { lines: readonly ApprovalLine[]; answer: FormAction };

/** Proposals that wait for the association's word: what they are, a yes, and a no that says why. */
export function Approvals({ lines, answer }: ApprovalsProps) {
  return (
    <ul className="ledger">
      {lines.map((line) => (
        <li key={line.id}>
          <Approval line={line} answer={answer} />
        </li>
      ))}
    </ul>
  );
}

function Approval({ line, answer }: { line: ApprovalLine; answer: FormAction }) {
  const t = useTranslations("project.approval");
  const { slug, title, purpose, locale, askedBy, askedAt, note, before, isOwn } = line;
  const day = () => <Instant at={askedAt} look="dated" />;
  return (
    <>
      <h3 lang={locale}>
        <Link href={{ pathname: "/projects/[slug]", params: { slug } }}>{title}</Link>
      </h3>
      <p lang={locale}>{purpose}</p>
      <p className="meta">{askedBy ? t.rich("askedBy", { name: askedBy, day }) : t.rich("asked", { day })}</p>
      {before ? (
        <dl className="swap mt-4">
          <dt className="ask">{t("before")}</dt>
          <dd>
            <Prose text={before} />
          </dd>
          <dt className="give">{t("changed")}</dt>
          <dd>
            <Prose text={note} />
          </dd>
        </dl>
      ) : null}
      {isOwn ? <p className="meta">{t("own")}</p> : null}
      <Answers line={line} answer={answer} />
    </>
  );
}

function Answers({ line: { id, title }, answer }: { line: ApprovalLine; answer: FormAction }) {
  const t = useTranslations("project.approval");
  const which = <span className="vh">: {title}</span>;
  return (
    <div className="stack mt-4">
      <ButtonForm
        action={answer}
        formKey={crypto.randomUUID()}
        hidden={{ approvalId: id, answer: "APPROVED" }}
        look="primary"
        size="small"
      >
        {t("yes")}
        {which}
      </ButtonForm>
      <Fold
        title={
          <>
            {t("no")}
            {which}
          </>
        }
      >
        <Form action={answer} formKey={crypto.randomUUID()} hidden={{ approvalId: id, answer: "DECLINED" }}>
          <TextArea
            name="reason"
            label={t("reason")}
            hint={t("reasonHint", { min: APPROVAL_REASON_CHARS_MIN })}
            rows={3}
            charsMax={APPROVAL_NOTE_CHARS_MAX}
          />
          <SubmitButton look="neutral" size="small">
            {t("noSubmit")}
            {which}
          </SubmitButton>
        </Form>
      </Fold>
    </div>
  );
}
