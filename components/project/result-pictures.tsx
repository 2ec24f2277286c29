import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { FileField } from "@/components/form/file-field";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Section } from "@/components/layout/section";
import type { FormAction } from "@/lib/form/form-state";
import { PICTURES_MAX } from "@/lib/project/picture/rules";
import type { PictureLine } from "@/lib/project/picture/types";
import type { ResultView } from "@/lib/project/result/types";

const ACCEPT = "image/jpeg,image/png,image/webp";

export type PictureActions = { readonly add: FormAction; readonly remove: FormAction };

/** The pictures of a result, as it is read. */
export function Gallery({ pictures }: { pictures: readonly PictureLine[] }) {
  if (pictures.length === 0) return null;
  return (
    <ul className="gallery">
      {pictures.map((picture) => (
        <li key={picture.id}>
          <Shown picture={picture} />
        </li>
      ))}
    </ul>
  );
}

function Shown({ picture: { id, alt, width, height } }: { picture: PictureLine }) {
  return (
    // biome-ignore lint/performance/noImgElement: authorised on read, drawn once, never resized by the framework
    <img src={`/api/files/${id}`} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
  );
}

type PicturesDeskProps = { result: ResultView; actions: PictureActions };

/** Choosing the pictures, for whoever leads the project; taking away one's own, for whoever brought it. */
export function PicturesDesk({ result, actions }: PicturesDeskProps) {
  const t = useTranslations("project.result");
  const { project, pictures } = result;
  const isOwner = project.viewer?.isOwner ?? false;
  const own = pictures.filter(({ mayRemove }) => mayRemove);
  if (!isOwner && own.length === 0) return null;
  const { slug } = project;
  return (
    <Section id="choose-pictures" title={t("pictures")} note={t("picturesNote", { max: PICTURES_MAX })}>
      <div className="stack">
        {own.length > 0 ? (
          <ul className="gallery">
            {own.map((picture) => (
              <li key={picture.id}>
                <Shown picture={picture} />
                <p className="meta">{picture.alt}</p>
                <ButtonForm
                  action={actions.remove}
                  formKey={crypto.randomUUID()}
                  hidden={{ slug, pictureId: picture.id }}
                  look="quiet"
                  size="small"
                >
                  {t("removePicture")}
                  <span className="vh">: {picture.alt}</span>
                </ButtonForm>
              </li>
            ))}
          </ul>
        ) : null}
        {isOwner && pictures.length < PICTURES_MAX ? <AddPicture result={result} action={actions.add} /> : null}
      </div>
    </Section>
  );
}

function AddPicture({ result: { project, choices }, action }: { result: ResultView; action: FormAction }) {
  const t = useTranslations("project.result");
  const options = choices.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ slug: project.slug }}>
      <FileField name="file" label={t("picture")} hint={t("pictureHint")} accept={ACCEPT} isOptional />
      {options.length > 0 ? (
        <Select name="fileId" label={t("pictureFrom")} options={options} none={t("pictureNone")} isOptional />
      ) : null}
      <TextField name="alt" label={t("alt")} hint={t("altHint")} />
      <SubmitButton look="neutral">{t("addPicture")}</SubmitButton>
    </Form>
  );
}
