import { useLocale, useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Section } from "@/components/layout/section";
import { Actions, LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Ledger } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import { insideQuotes } from "@/lib/core/text";
import { queryOf } from "@/lib/directory/filter/rules";
import { searchLabel } from "@/lib/directory/saved/rules";
import type { NewPerson, SavedSearchView } from "@/lib/directory/saved/types";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";

const NAMES_MAX = 6;

type SavedListProps = { searches: readonly SavedSearchView[]; seen: FormAction; forget: FormAction };

/** One's searches, each with who is new in it and a way to have seen them. */
export function SavedList({ searches, ...actions }: SavedListProps) {
  const t = useTranslations("directory.saved");
  return (
    <Section id="searches" title={t("list")} isTitleHidden>
      <Ledger>
        {searches.map((search) => (
          <SavedRow key={search.id} search={search} {...actions} />
        ))}
      </Ledger>
    </Section>
  );
}

type SavedRowProps = { search: SavedSearchView; seen: FormAction; forget: FormAction };

function SavedRow({ search: { id, filters, createdAt, newPeople, associations }, seen, forget }: SavedRowProps) {
  const t = useTranslations("directory.saved");
  const say = useTranslations("directory");
  const language = useLocale();
  const label = searchLabel(filters, { language, say, associations });
  const shown = newPeople.map(({ handle }) => handle).join(" ");
  const which = <span className="vh"> {t("about", { search: insideQuotes(label, language) })}</span>;
  return (
    <li className="stack stack--tight">
      <h3 className="name">
        <Link href={{ pathname: "/people", query: queryOf(filters) }}>{label}</Link>
      </h3>
      <p className="meta">{t.rich("since", { day: () => <Instant at={createdAt} look="dated" /> })}</p>
      <NewPeople people={newPeople} />
      <Actions>
        {newPeople.length > 0 ? (
          <ButtonForm action={seen} formKey={crypto.randomUUID()} hidden={{ id, shown }} size="small">
            {t("seen")}
            {which}
          </ButtonForm>
        ) : null}
        <ButtonForm action={forget} formKey={crypto.randomUUID()} hidden={{ id }} size="small" look="quiet">
          {t("forget")}
          {which}
        </ButtonForm>
      </Actions>
    </li>
  );
}

function NewPeople({ people }: { people: readonly NewPerson[] }) {
  const t = useTranslations("directory.saved");
  const [named, others] = [people.slice(0, NAMES_MAX), people.length - NAMES_MAX];
  return (
    <p>
      {t("people", { count: people.length })}{" "}
      {named.map(({ handle, name }, i) => (
        <span key={handle}>
          <Link href={{ pathname: "/people/[handle]", params: { handle } }}>{name}</Link>
          {i < named.length - 1 ? ", " : null}
        </span>
      ))}
      {others > 0 ? ` ${t("more", { count: others })}` : null}
    </p>
  );
}

export function NoSearches() {
  const t = useTranslations("directory.saved.empty");
  return (
    <Empty
      title={t("title")}
      actions={
        <LinkButton look="primary" href="/people">
          {t("act")}
        </LinkButton>
      }
    >
      {t("text")}
    </Empty>
  );
}
