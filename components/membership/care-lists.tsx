import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Section } from "@/components/layout/section";
import { Todo, TodoItem } from "@/components/ui/ledger";
import { Day, Instant } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import type { AskingLine, CareLine } from "@/lib/membership/care/types";
import { PersonName, Portrait } from "./person-name";

type AskingsProps = { slug: string; askings: readonly AskingLine[]; close: FormAction };

/** Who asked for a hand. */
export function Askings({ slug, askings, close }: AskingsProps) {
  const t = useTranslations("membership.care");
  if (askings.length === 0) return <p className="meta">{t("askingsNone")}</p>;
  return (
    <Todo>
      {askings.map(({ id, person, text, askedAt }) => (
        <TodoItem
          key={id}
          emblem={<Portrait person={person} side={48} />}
          title={<PersonName person={person} />}
          due={<span className="meta">{t.rich("askedOn", { day: () => <Instant at={askedAt} look="dated" /> })}</span>}
          actions={
            <ButtonForm
              action={close}
              formKey={crypto.randomUUID()}
              hidden={{ associationSlug: slug, helpId: id }}
              size="small"
            >
              {t("closed")}
              <span className="vh">: {person.name}</span>
            </ButtonForm>
          }
        >
          {text}
        </TodoItem>
      ))}
    </Todo>
  );
}

type CareListProps = { of: "behind" | "returning" | "away" | "quiet"; lines: readonly CareLine[] };

/** One kind of need: people by name, and a day where there is one. */
export function CareList({ of, lines }: CareListProps) {
  const t = useTranslations("membership.care");
  return (
    <Section id={of} title={t(of)} note={of === "quiet" && lines.length > 0 ? t("quietNote") : null}>
      {lines.length === 0 ? <p className="meta">{t(`${of}None`)}</p> : null}
      <ul className="ledger ledger--tight">
        {lines.map(({ person, at }) => (
          <li key={person.handle}>
            <p>
              <PersonName person={person} /> <Since of={of} at={at} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Since({ of, at }: { of: CareListProps["of"]; at: string | null }) {
  const t = useTranslations("membership.care");
  if (at === null || of === "away" || of === "quiet") return null;
  const key = of === "behind" ? "behindSince" : "returningOn";
  return <span className="meta">{t.rich(key, { day: () => <Day on={at} look="dated" /> })}</span>;
}
