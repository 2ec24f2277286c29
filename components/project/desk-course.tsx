import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/button";
import { Day } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Square } from "@/components/ui/tiles";
import type { FormAction } from "@/lib/form/form-state";
import type { DeskView } from "@/lib/project/desk/types";
import type { ProjectView } from "@/lib/project/page/types";
import { criticalSeatsFree, isOver, missingToStart } from "@/lib/project/rules";
import { PersonName } from "./person";

type DeskCourseProps = { desk: DeskView; move: FormAction };

/** The next step of the project, and what it still lacks (rule PJ2 says why). */
export function DeskCourse({ desk, move }: DeskCourseProps) {
  const { state } = desk.project;
  if (state === "ACTIVE") return <Conclusion desk={desk} />;
  if (isOver(state)) return null;
  return <Start desk={desk} move={move} />;
}

const STEPS = {
  PROPOSED: ["FEASIBILITY", "open", "openNote"],
  FEASIBILITY: ["ACTIVE", "go", null],
  SUSPENDED: ["ACTIVE", "resume", null],
} as const;

function Start({ desk: { project, mayManage }, move }: DeskCourseProps) {
  const t = useTranslations("project.manage");
  const [to, act, note] = STEPS[project.state as keyof typeof STEPS];
  const missing = missingOf(project);
  const isReady = to !== "ACTIVE" || missing.length === 0;
  return (
    <Section id="start" title={t("start")} note={t("startNote")}>
      <div className="stack">
        {note ? <p>{t(note)}</p> : null}
        <Missing project={project} />
        {mayManage && isReady ? (
          <ButtonForm action={move} formKey={crypto.randomUUID()} hidden={{ slug: project.slug, to }} look="primary">
            {t(act)}
          </ButtonForm>
        ) : null}
      </div>
    </Section>
  );
}

const missingOf = ({ purpose, hasOwner, deliverables, needs, lacksApproval }: ProjectView) =>
  missingToStart({
    purpose,
    ownerId: hasOwner ? "owner" : null,
    datedDeliverables: deliverables.filter(({ due }) => due).length,
    needs,
    lacksApproval,
  });

function Missing({ project }: { project: ProjectView }) {
  const t = useTranslations("project.manage");
  const missing = missingOf(project);
  if (missing.length === 0) return <Notice tone="done">{t("nothingMissing")}</Notice>;
  const count = criticalSeatsFree(project.needs);
  return (
    <div>
      <p>
        <b>{t("missing")}</b>
      </p>
      <ul className="give-list">
        {missing.map((part) => (
          <li key={part} className="row row--tight">
            <Square glyph="empty" />
            {part === "criticalNeeds" ? t("missingPart.criticalNeeds", { count }) : t(`missingPart.${part}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Conclusion({ desk: { project, commitments, mayManage } }: { desk: DeskView }) {
  const t = useTranslations("project.manage");
  return (
    <Section id="conclude" title={t("conclude")} note={t("concludeNote")}>
      {commitments.length > 0 ? (
        <>
          <h3>{t("commitments")}</h3>
          <ul className="ledger ledger--tight">
            {commitments.map(({ id, text, due, person }) => (
              <li key={id}>
                <b>{text}</b>
                <span className="meta">
                  {" "}
                  <PersonName person={person} /> · {due ? <Day on={due} look="dated" /> : t("noDate")}
                </span>
              </li>
            ))}
          </ul>
          <p className="meta">{t("commitmentsNote")}</p>
        </>
      ) : null}
      {mayManage && commitments.length === 0 ? (
        <LinkButton look="primary" href={{ pathname: "/projects/[slug]/result", params: { slug: project.slug } }}>
          {t("publish")}
        </LinkButton>
      ) : null}
    </Section>
  );
}
