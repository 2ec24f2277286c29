import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { PersonName } from "@/components/project/person";
import { Fold } from "@/components/ui/fold";
import { Ledger } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import { NOTE_CHARS_MAX } from "@/lib/project/note/schema";
import type { NoteLine, NotesView, VersionLine, WholeNote } from "@/lib/project/note/types";

/** Every note of a project, the one saved last first. */
export function Notes({ view, write }: { view: NotesView; write: FormAction }) {
  const t = useTranslations("work.notes");
  const { project, notes, barred } = view;
  const { slug } = project;
  const standing = notes.filter(({ away }) => away === null);
  const away = notes.filter((note) => note.away !== null);
  return (
    <div className="stack stack--sections mt-6">
      {barred ? null : (
        <Fold title={t("new")} isOpen={standing.length === 0}>
          <Form action={write} formKey={crypto.randomUUID()} hidden={{ slug }}>
            <NoteFields />
            <SubmitButton>{t("write")}</SubmitButton>
          </Form>
        </Fold>
      )}
      {standing.length === 0 ? <p>{t("none")}</p> : null}
      <Lines project={project} notes={standing} />
      {away.length > 0 ? (
        <Fold title={t("awayList", { count: away.length })}>
          <Lines project={project} notes={away} />
        </Fold>
      ) : null}
    </div>
  );
}

function Lines({ project: { slug, locale }, notes }: Pick<NotesView, "project" | "notes">) {
  return (
    <Ledger>
      {notes.map(({ id, title, last, away }) => (
        <li key={id}>
          <h2 className="h-small" lang={locale}>
            <Link
              className="lone-link"
              href={{ pathname: "/projects/[slug]/work/notes/[note]", params: { slug, note: id } }}
            >
              {title}
            </Link>
          </h2>
          {away ? <Away away={away} /> : <SavedBy version={last} />}
        </li>
      ))}
    </Ledger>
  );
}

/** Who put a note away, and when. */
export function Away({ away: { by, at } }: { away: NonNullable<NoteLine["away"]> }) {
  const t = useTranslations("work.notes");
  return (
    <p className="meta">
      {t.rich("away", { who: () => <PersonName person={by} />, at: () => <Instant at={at} look="dated" hasTime /> })}
    </p>
  );
}

export function NoteFields({ note }: { note?: WholeNote }) {
  const t = useTranslations("work.notes");
  return (
    <>
      <TextField name="title" label={t("title")} value={note?.title} />
      <TextArea name="text" label={t("text")} rows={12} charsMax={NOTE_CHARS_MAX} value={note?.text} />
    </>
  );
}

/** Which version, whose, when; and which it put back. */
export function SavedBy({ version: { number, author, at, restores } }: { version: VersionLine }) {
  const t = useTranslations("work.notes");
  return (
    <p className="meta">
      {t.rich("savedBy", {
        number,
        who: () => <PersonName person={author} />,
        at: () => <Instant at={at} look="dated" hasTime />,
      })}
      {restores ? <> · {t("restored", { number: restores })}</> : null}
    </p>
  );
}
