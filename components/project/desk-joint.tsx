import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Section } from "@/components/layout/section";
import { Fold } from "@/components/ui/fold";
import { Instant } from "@/components/ui/moment";
import { State } from "@/components/ui/tiles";
import type { FormAction } from "@/lib/form/form-state";
import { REASON_CHARS_MAX } from "@/lib/project/cohosting/schema";
import type { CoHostDesk, CoHostLine } from "@/lib/project/cohosting/types";
import type { ProjectView } from "@/lib/project/page/types";
import { FAREWELL_CHARS_MAX } from "@/lib/project/parting/schema";
import { isOver } from "@/lib/project/rules";
import { AssociationLink } from "./carriers";
import { OptionsList } from "./options-list";
import { StrandedList } from "./stranded-list";

export type JointActions = {
  readonly ask: FormAction;
  readonly withdraw: FormAction;
  readonly letGo: FormAction;
  readonly offerLead: FormAction;
  readonly withdrawLead: FormAction;
};
type DeskJointProps = {
  project: Pick<ProjectView, "slug" | "state">;
  /** Null where nobody else could carry it: a personal project. */
  desk: CoHostDesk | null;
  actions: JointActions;
  mayManage: boolean;
};

/** The owner's side of carrying a project with others: who does, who was asked, asking one more, passing the lead. */
export function DeskJoint({ project: { slug, state }, desk, actions, mayManage }: DeskJointProps) {
  const t = useTranslations("project.joint");
  if (!desk || isOver(state)) return null;
  const { lines, mayAsk, suggestions } = desk;
  return (
    <Section id="joint" title={t("desk")} note={t("deskNote")}>
      {lines.length === 0 ? <p className="meta">{t("none")}</p> : null}
      {lines.length > 0 ? (
        <ul className="ledger ledger--tight">
          {lines.map((line) => (
            <li key={line.id}>
              <CoHostRow line={line} actions={actions} mayManage={mayManage} />
            </li>
          ))}
        </ul>
      ) : null}
      {mayManage && mayAsk ? <Ask slug={slug} action={actions.ask} suggestions={suggestions} /> : null}
      <Lead slug={slug} desk={desk} actions={actions} />
    </Section>
  );
}

type CoHostRowProps = { line: CoHostLine; actions: JointActions; mayManage: boolean };

const TONES = { ASKED: "wait", CARRYING: "done", NOT_NOW: "soft" } as const;

function CoHostRow({ line, actions, mayManage }: CoHostRowProps) {
  const t = useTranslations("project.joint");
  const { id, state, association, at, askAgainAt } = line;
  const said = { ASKED: "asked", CARRYING: "carrying", NOT_NOW: "notNow" } as const;
  return (
    <>
      <p className="row row--facts">
        <AssociationLink association={association} />
        <State tone={TONES[state]}>
          <span>{t.rich(said[state], { day: () => <Instant at={askAgainAt ?? at} look="dated" /> })}</span>
        </State>
      </p>
      {mayManage && state === "ASKED" ? (
        <ButtonForm
          action={actions.withdraw}
          formKey={crypto.randomUUID()}
          hidden={{ coHostingId: id }}
          look="quiet"
          size="small"
        >
          {t("withdraw")}
          <span className="vh">: {association.name}</span>
        </ButtonForm>
      ) : null}
      {mayManage && state === "CARRYING" ? <LetGo line={line} action={actions.letGo} /> : null}
    </>
  );
}

function LetGo({ line: { id, association, stranded }, action }: { line: CoHostLine; action: FormAction }) {
  const t = useTranslations("project.joint");
  return (
    <Fold title={t("letGo", { name: association.name })}>
      <StrandedList stranded={stranded} />
      <Form action={action} formKey={crypto.randomUUID()} hidden={{ coHostingId: id }}>
        <TextArea
          name="farewell"
          label={t("farewell")}
          hint={t("farewellHint")}
          rows={2}
          charsMax={FAREWELL_CHARS_MAX}
        />
        <SubmitButton look="stop">{t("letGoSure")}</SubmitButton>
      </Form>
    </Fold>
  );
}

type AskProps = { slug: string; action: FormAction; suggestions: readonly string[] };

function Ask({ slug, action, suggestions }: AskProps) {
  const t = useTranslations("project.joint");
  return (
    <Fold title={t("ask")}>
      <Form action={action} formKey={crypto.randomUUID()} hidden={{ slug }}>
        <TextField name="association" label={t("which")} hint={t("whichHint")} list="associations" />
        <OptionsList id="associations" labels={suggestions} />
        <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} rows={3} charsMax={REASON_CHARS_MAX} />
        <TextArea name="brings" label={t("brings")} rows={2} charsMax={REASON_CHARS_MAX} isOptional />
        <p className="meta">{t("askNote")}</p>
        <SubmitButton look="neutral">{t("ask")}</SubmitButton>
      </Form>
    </Fold>
  );
}

type LeadProps = { slug: string; desk: CoHostDesk; actions: JointActions };

function Lead({ slug, desk: { lines, leadOffer }, actions }: LeadProps) {
  const t = useTranslations("project.joint");
  if (leadOffer)
    return (
      <div className="mt-6">
        <p>{t(leadOffer.isLeaving ? "leadLeavingOpen" : "leadOpen")}</p>
        {leadOffer.isLeaving ? null : (
          <ButtonForm action={actions.withdrawLead} formKey={crypto.randomUUID()} hidden={{ slug }} size="small">
            {t("withdrawLead")}
          </ButtonForm>
        )}
      </div>
    );
  if (!lines.some(({ state }) => state === "CARRYING")) return null;
  return (
    <Fold title={t("leadDesk")}>
      <p className="meta">{t("leadDeskNote")}</p>
      <ButtonForm action={actions.offerLead} formKey={crypto.randomUUID()} hidden={{ slug }} size="small">
        {t("offerLead")}
      </ButtonForm>
    </Fold>
  );
}
