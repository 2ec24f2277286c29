import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { NumberField } from "@/components/form/number-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Todo, TodoItem } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import { REASON_CHARS_MAX } from "@/lib/membership/invitation/schema";
import { LINK_DAYS_MAX, USES_MAX } from "@/lib/membership/link/schema";
import type { LinkLine } from "@/lib/membership/link/types";

/** A link to hand to people one meets: how many, until when, why. */
export function LinkForm({ slug, action }: { slug: string; action: FormAction }) {
  const t = useTranslations("membership.invite");
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ associationSlug: slug }}>
      <TextArea name="reason" label={t("linkReason")} hint={t("linkReasonHint")} charsMax={REASON_CHARS_MAX} />
      <NumberField name="usesMax" label={t("usesMax")} value={10} min={1} max={USES_MAX} />
      <NumberField name="days" label={t("days")} value={14} min={1} max={LINK_DAYS_MAX} />
      <SubmitButton>{t("makeLink")}</SubmitButton>
    </Form>
  );
}

/** A link with the whole address in which it is handed over. */
export type AddressedLink = LinkLine & { readonly address: string };

type LinksProps = { links: readonly AddressedLink[]; revoke: FormAction };

/** The links of the association, whoever made them: each can be closed at once. */
export function Links({ links, revoke }: LinksProps) {
  const t = useTranslations("membership.invite");
  if (links.length === 0) return <p className="meta">{t("noLinks")}</p>;
  return (
    <Todo>
      {links.map((link) => (
        <LinkItem key={link.id} link={link} revoke={revoke} />
      ))}
    </Todo>
  );
}

function LinkItem({ link, revoke }: { link: AddressedLink; revoke: FormAction }) {
  const t = useTranslations("membership.invite");
  const { id, address, reason, maker, usesMax, usesTaken, expiresAt, over } = link;
  return (
    <TodoItem
      emblem={null}
      title={t("linkBy", { name: maker })}
      due={<span className="caption">{t(`over.${over ?? "open"}`)}</span>}
      actions={
        over === null ? (
          <ButtonForm action={revoke} formKey={crypto.randomUUID()} hidden={{ linkId: id }} size="small">
            {t("revoke")}
          </ButtonForm>
        ) : null
      }
    >
      {reason}{" "}
      <span className="caption">
        {t("linkUses", { taken: usesTaken, max: usesMax })},{" "}
        {t.rich("until", { day: () => <Instant at={expiresAt} look="dated" /> })}
      </span>
      {over === null ? (
        <input className="mt-2 w-full" type="text" readOnly value={address} aria-label={t("linkAddress")} />
      ) : null}
    </TodoItem>
  );
}
