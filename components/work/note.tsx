import { useTranslations } from "next-intl";
import { Pieces } from "@/components/association/pieces";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { KeptField } from "@/components/form/kept-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import { Fold } from "@/components/ui/fold";
import { Ledger } from "@/components/ui/ledger";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import type { NoteView } from "@/lib/project/note/types";
import { Away, NoteFields, SavedBy } from "./notes";

export type NoteActions = {
  readonly save: FormAction;
  readonly restore: FormAction;
  readonly putAway: FormAction;
  readonly bringBack: FormAction;
};
type NoteProps = { view: NoteView; actions: NoteActions };

/** What a note says now, a form to change it, who changed what when, and the way to put it away. */
export function Note({ view, actions }: NoteProps) {
  const t = useTranslations("work.notes");
  const { project, note, barred } = view;
  const { slug, locale } = project;
  const isClosed = barred !== null || note.away !== null;
  return (
    <div className="stack stack--sections mt-6">
      <div>
        {note.away ? <PutAway view={view} bringBack={actions.bringBack} /> : null}
        <SavedBy version={note.last} />
        <Prose text={note.text} lang={locale} className="text mt-3" />
      </div>
      {isClosed ? null : (
        <Fold title={t("edit")}>
          <Form action={actions.save} formKey={crypto.randomUUID()} hidden={{ slug, noteId: note.id }}>
            <KeptField
              name="base"
              value={String(note.last.number)}
              toldBy={{ code: "work.noteChanged", param: "version" }}
            />
            <NoteFields note={note} />
            <SubmitButton>{t("save")}</SubmitButton>
          </Form>
        </Fold>
      )}
      <History view={view} restore={actions.restore} />
      {view.mayPutAway && !isClosed ? (
        <Fold title={t("putAway")}>
          <p className="mb-4">{t("putAwayNote")}</p>
          <ButtonForm action={actions.putAway} formKey={crypto.randomUUID()} hidden={{ slug, noteId: note.id }}>
            {t("putAwayAct")}
          </ButtonForm>
        </Fold>
      ) : null}
    </div>
  );
}

/** That the note is out of the list, by whom; and how it comes back. */
function PutAway({ view: { project, note, barred }, bringBack }: { view: NoteView; bringBack: FormAction }) {
  const t = useTranslations("work.notes");
  if (!note.away) return null;
  return (
    <Notice className="mb-6">
      <Away away={note.away} />
      {barred ? null : (
        <ButtonForm
          action={bringBack}
          formKey={crypto.randomUUID()}
          hidden={{ slug: project.slug, noteId: note.id }}
          size="small"
        >
          {t("bringBack")}
        </ButtonForm>
      )}
    </Notice>
  );
}

type HistoryProps = { view: NoteView; restore: FormAction };

function History({ view, restore }: HistoryProps) {
  const t = useTranslations("work.notes");
  const { project, note, versions, change } = view;
  const params = { slug: project.slug, note: note.id };
  return (
    <Section id="history" title={t("history")} note={t("historyNote")}>
      <Ledger look="tight">
        {versions.map((version) => (
          <li key={version.number} id={`v${version.number}`}>
            <SavedBy version={version} />
            {version.number === change?.number ? (
              <Changed view={view} restore={restore} />
            ) : (
              <p>
                <Link
                  className="lone-link"
                  href={{
                    pathname: "/projects/[slug]/work/notes/[note]",
                    params,
                    query: { version: version.number },
                    hash: `v${version.number}`,
                  }}
                >
                  {t("whatChanged")}
                  <span className="vh">: {t("version", { number: version.number })}</span>
                </Link>
              </p>
            )}
          </li>
        ))}
      </Ledger>
    </Section>
  );
}

/** One version word by word against the one before, and the way to put it back. */
function Changed({ view, restore }: HistoryProps) {
  const t = useTranslations("work.notes");
  const { project, note, change, barred } = view;
  if (!change) return null;
  const { number, title, text } = change;
  const hidden = { slug: project.slug, noteId: note.id, number: String(number), base: String(note.last.number) };
  return (
    <div className="change mt-2 stack stack--tight">
      <p>
        <b>
          <Pieces pieces={title} locale={project.locale} />
        </b>
      </p>
      <p>
        <Pieces pieces={text} locale={project.locale} />
      </p>
      {barred || note.away || number === note.last.number ? null : (
        <ButtonForm action={restore} formKey={crypto.randomUUID()} hidden={hidden} size="small">
          {t("restore")}
          <span className="vh">: {t("version", { number })}</span>
        </ButtonForm>
      )}
    </div>
  );
}
