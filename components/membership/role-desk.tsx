import { useTranslations } from "next-intl";
import { WhomField } from "@/components/directory/whom-field";
import { ButtonForm } from "@/components/form/button-form";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Todo, TodoItem } from "@/components/ui/ledger";
import { Day, Instant } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import type { GrantLine, OwnRoleRef, Role } from "@/lib/membership/role/types";
import { PersonName, Portrait } from "./person-name";

type RoleListProps = { grants: readonly GrantLine[]; end: FormAction };

/** Who holds which role, and who has been asked (promise P54). */
export function RoleList({ grants, end }: RoleListProps) {
  return (
    <Todo>
      {grants.map((grant) => (
        <Line key={grant.id} grant={grant} end={end} />
      ))}
    </Todo>
  );
}

function Line({
  grant: { id, role, own, state, person, isOwn, mayEnd, since, pausedOn },
  end,
}: {
  grant: GrantLine;
  end: FormAction;
}) {
  const t = useTranslations("membership");
  const from = <Instant at={since} look="dated" />;
  const act = isOwn ? "layDown" : state === "HELD" ? "revoke" : "takeBack";
  return (
    <TodoItem
      emblem={<Portrait person={person} side={48} />}
      title={
        <>
          <PersonName person={person} /> · {role ? t(`role.${role}`) : own?.name}
        </>
      }
      actions={
        mayEnd ? (
          <ButtonForm action={end} formKey={crypto.randomUUID()} hidden={{ roleGrantId: id }} size="small">
            {t(`roles.${act}`)}
          </ButtonForm>
        ) : null
      }
    >
      {pausedOn
        ? t.rich("roles.PAUSED", { since: () => from, day: () => <Day on={pausedOn} /> })
        : t.rich(`roles.${state}`, { day: () => from })}
      {state === "HELD" && !mayEnd && role === "STEWARD" ? `, ${t("roles.last")}` : null}
    </TodoItem>
  );
}

type OfferRoleFormProps = { slug: string; roles: readonly Role[]; own: readonly OwnRoleRef[]; action: FormAction };

/** A role offered binds nobody until that same person accepts it (rule PT2). */
export function OfferRoleForm({ slug, roles, own, action }: OfferRoleFormProps) {
  const t = useTranslations("membership");
  const choices = [
    ...roles.map((role) => ({ value: role as string, label: t(`role.${role}`), note: t(`roleNote.${role}`) })),
    ...own.map(({ id, name, duty }) => ({ value: id, label: name, note: duty })),
  ];
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ associationSlug: slug }}>
      <WhomField name="whom" label={t("roles.whom")} hint={t("roles.whomHint")} />
      <RadioGroup name="role" label={t("roles.which")} isBoxed value={choices[0]?.value} choices={choices} />
      <SubmitButton>{t("roles.submit")}</SubmitButton>
    </Form>
  );
}
