import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { FileField } from "@/components/form/file-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import { PersonName } from "@/components/project/person";
import { AnchorButton } from "@/components/ui/anchor-button";
import { Actions } from "@/components/ui/button";
import { Ledger } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import { EXPORT_FILES } from "@/lib/project/export/schema";
import { PROJECT_BYTES_MAX } from "@/lib/project/file/rules";
import type { FileLine, FilesView } from "@/lib/project/file/types";

type FilesProps = { view: FilesView; actions: { readonly upload: FormAction; readonly remove: FormAction } };

const ACCEPT = "image/jpeg,image/png,image/webp,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.csv,.md";
const MB = 1024 * 1024;

/** What the project keeps: pictures redrawn, documents for download alone. */
export function Files({ view, actions }: FilesProps) {
  const t = useTranslations("work.files");
  const { project, files, barred, used } = view;
  const { slug } = project;
  return (
    <div className="stack stack--sections mt-6">
      {barred ? null : (
        <Form action={actions.upload} formKey={crypto.randomUUID()} hidden={{ slug }}>
          <FileField name="file" label={t("file")} hint={t("hint")} accept={ACCEPT} />
          <SubmitButton>{t("upload")}</SubmitButton>
        </Form>
      )}
      <Section
        id="files"
        title={t("all")}
        note={t("used", { used: Math.round((used / MB) * 10) / 10, max: PROJECT_BYTES_MAX / MB })}
      >
        {files.length === 0 ? <p>{t("none")}</p> : null}
        <Ledger look="tight">
          {files.map((file) => (
            <li key={file.id}>
              <FileRow file={file} slug={slug} remove={actions.remove} />
            </li>
          ))}
        </Ledger>
      </Section>
      <Take slug={slug} />
    </div>
  );
}

/** The project in files of its own. */
function Take({ slug }: { slug: string }) {
  const t = useTranslations("work.files");
  const language = useLocale();
  return (
    <Section id="take" title={t("take")} note={t("takeNote")}>
      <Actions>
        {EXPORT_FILES.map((file) => (
          <AnchorButton
            key={file}
            href={`/api/exports/projects/${slug}/${file}?locale=${language}`}
            size="small"
            download
          >
            {t(`takeFile.${file.split(".")[0] as "project" | "needs" | "tasks" | "contributions"}`)}
          </AnchorButton>
        ))}
      </Actions>
    </Section>
  );
}

type FileRowProps = { file: FileLine; slug: string; remove: FormAction };

function FileRow({ file: { id, name, size, at, uploadedBy, mayRemove }, slug, remove }: FileRowProps) {
  const t = useTranslations("work.files");
  const format = useFormatter();
  const kilobytes = format.number(Math.max(1, Math.round(size / 1024)));
  return (
    <>
      <p className="file-name">
        <a className="lone-link" href={`/api/files/${id}`} rel="nofollow">
          {name}
        </a>
      </p>
      <p className="meta">
        {t("size", { kilobytes })} · <PersonName person={uploadedBy} /> · <Instant at={at} look="dated" />
      </p>
      {mayRemove ? (
        <ButtonForm
          action={remove}
          formKey={crypto.randomUUID()}
          hidden={{ slug, fileId: id }}
          look="quiet"
          size="small"
        >
          {t("remove")}
          <span className="vh">: {name}</span>
        </ButtonForm>
      ) : null}
    </>
  );
}
