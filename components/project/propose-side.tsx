import { useTranslations } from "next-intl";
import { ProjectEmblem } from "@/components/ui/emblem";
import { Panel } from "@/components/ui/panel";

/** How it will look, and how to do it well. */
export function ProposeSide({ values }: { values: readonly string[] }) {
  const t = useTranslations("project.propose");
  return (
    <>
      <Panel title={t("preview")} isBand className="preview">
        <div className="preview-em">
          <ProjectEmblem slug="preview" values={values} covered={0} side={128} />
        </div>
        <p className="meta">{t("previewText")}</p>
      </Panel>
      <Panel title={t("tips")}>
        <ul className="tips">
          <li>{t("tip1")}</li>
          <li>{t("tip2")}</li>
          <li>{t("tip3")}</li>
          <li>{t("tip4")}</li>
        </ul>
      </Panel>
    </>
  );
}
