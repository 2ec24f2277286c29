import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Fold } from "@/components/ui/fold";
import type { FormAction } from "@/lib/form/form-state";
import { LinkForm } from "./link-form";

type Actions = {
  confirmAction: FormAction;
  linkAction: FormAction;
  formKeys: readonly [confirm: string, link: string];
  next: string | null;
};

type LiveLinkProps = Actions & { email: string; token: string; name: string | null };

/** Who the link lets in, and the one button that spends it: opening the page does not. */
export function LiveLink({ email, token, name, next, confirmAction, linkAction, formKeys }: LiveLinkProps) {
  const t = useTranslations("account.confirm");
  const b = (words: React.ReactNode) => <b>{words}</b>;
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{name ? t.rich("leadNamed", { name, email, b }) : t.rich("lead", { email, b })}</p>
      <Form action={confirmAction} formKey={formKeys[0]} hidden={{ email, token, ...(next && { next }) }}>
        <SubmitButton size="big" isWide>
          {t("submit")}
        </SubmitButton>
      </Form>
      <p className="meta">{t("notYou")}</p>
      <Fold title={t("again")}>
        <LinkForm action={linkAction} formKey={formKeys[1]} next={next} email={email} submit={t("sendAnother")} />
      </Fold>
    </>
  );
}

type DeadLinkProps = Omit<Actions, "confirmAction" | "formKeys"> & { email: string; formKey: string; minutes: number };

/** A link that was used, or is too old, or never was: how to get another. */
export function DeadLink({ email, next, linkAction, formKey, minutes }: DeadLinkProps) {
  const t = useTranslations("account.confirm");
  return (
    <>
      <h1>{t("deadTitle")}</h1>
      <p>{t("deadLead", { minutes })}</p>
      <LinkForm
        action={linkAction}
        formKey={formKey}
        next={next}
        email={email}
        submit={t("sendAnother")}
        look="primary"
      />
    </>
  );
}
