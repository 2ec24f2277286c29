import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Todo, TodoItem } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import type { GrantLine, Role } from "@/lib/membership/role/types";
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
  grant: { id, role, state, person, isOwn, mayEnd, since },
  end,
}: {
  grant: GrantLine;
  end: FormAction;
}) {
  const t = useTranslations("membership");
  const act = isOwn ? "layDown" : state === "HELD" ? "revoke" : "takeBack";
  return (
    <TodoItem
      emblem={<Portrait person={person} side={48} />}
      title={
        <>
          <PersonName person={person} /> · {t(`role.${role}`)}
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
      {t.rich(`roles.${state}`, { day: () => <Instant at={since} look="dated" /> })}
      {state === "HELD" && !mayEnd && role === "STEWARD" ? `, ${t("roles.last")}` : null}
    </TodoItem>
  );
}

/** A role offered binds nobody until that same person accepts it (rule PT2). */
export function OfferRoleForm({ slug, roles, action }: { slug: string; roles: readonly Role[]; action: FormAction }) {
  const t = useTranslations("membership");
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ associationSlug: slug }}>
      <TextField
        name="handle"
        label={t("roles.handle")}
        hint={t("roles.handleHint")}
        autoComplete="off"
        spellCheck={false}
      />
      <RadioGroup
        name="role"
        label={t("roles.which")}
        isBoxed
        value={roles[0]}
        choices={roles.map((role) => ({ value: role, label: t(`role.${role}`), note: t(`roleNote.${role}`) }))}
      />
      <SubmitButton>{t("roles.submit")}</SubmitButton>
    </Form>
  );
}
