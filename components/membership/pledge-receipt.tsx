import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/button";
import { Emblem } from "@/components/ui/emblem";
import { Facts } from "@/components/ui/facts";
import { Day, Instant } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Pledge } from "@/components/ui/pledge";
import { Prose } from "@/components/ui/prose";
import type { FormAction } from "@/lib/form/form-state";
import type { PledgeView } from "@/lib/membership/pledge/types";
import { PausePanel } from "./pause-panel";
import { PledgeSentence } from "./pledge-words";
import { Stances } from "./stances";

/** The receipt of a pledge: reads well on one sheet of paper. */
export function PledgeReceipt({ view, name }: { view: PledgeView; name: string }) {
  const t = useTranslations("membership.pledge");
  const say = useTranslations("charter.receipt");
  const { association, pledge } = view;
  return (
    <div className="stack stack--form">
      {view.isOver ? <Notice tone="wait">{t.rich("over", { day: () => <Day on={pledge.untilOn} /> })}</Notice> : null}
      <Pledge
        emblem={<Emblem slug={association.slug} values={association.values} side={64} />}
        sentence={<PledgeSentence pledge={pledge} />}
      >
        <h2 className="h-small">{t("own")}</h2>
        <Prose text={pledge.statement} />
      </Pledge>
      <Facts
        facts={[
          { term: t("by"), value: name },
          { term: t("accepted"), value: <Instant at={pledge.acceptedAt} /> },
          { term: t("charter"), value: t("version", { version: pledge.charterVersion }) },
          { term: t("hash"), value: <span className="break-all">{pledge.charterHash}</span> },
          { term: t("since"), value: <Instant at={view.since} /> },
        ]}
      />
      <Stances stances={view.stances} locale={view.locale} title={say("stances")} />
      <Earlier view={view} />
    </div>
  );
}

function Earlier({ view: { earlier } }: { view: PledgeView }) {
  const t = useTranslations("membership.pledge");
  if (earlier.length === 0) return null;
  return (
    <Section id="earlier" title={t("earlier")}>
      <ul className="stack stack--tight">
        {earlier.map(({ acceptedAt, charterVersion }) => (
          <li key={acceptedAt} className="meta">
            {t.rich("earlierLine", { day: () => <Instant at={acceptedAt} />, version: charterVersion })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type PledgeRailProps = {
  view: PledgeView;
  /** First and last day a pause may name. */
  pauseDays: { readonly min: string; readonly max: string };
  show: FormAction;
  pause: FormAction;
  resume: FormAction;
};

/** Who sees that I belong, stepping back for a while, and the way out. */
export function PledgeRail({ view, pauseDays, show, pause, resume }: PledgeRailProps) {
  const t = useTranslations("membership.pledge");
  const { association, isVisible } = view;
  const { slug } = association;
  return (
    <>
      <Panel title={t("visibility")} isBand className="print:hidden">
        <p className="meta">{t(isVisible ? "isVisible" : "isHidden")}</p>
        <div className="mt-4">
          <ButtonForm
            action={show}
            formKey={crypto.randomUUID()}
            hidden={{ associationSlug: slug, shown: isVisible ? "no" : "yes" }}
          >
            {t(isVisible ? "hide" : "show")}
          </ButtonForm>
        </div>
      </Panel>
      <PausePanel view={view} days={pauseDays} pause={pause} resume={resume} />
      <Panel title={t("leave")} className="print:hidden">
        <p className="meta">{t("leaveNote")}</p>
        <LinkButton className="mt-4" look="quiet" href={{ pathname: "/associations/[slug]/leave", params: { slug } }}>
          {t("leaveAct")}
        </LinkButton>
      </Panel>
    </>
  );
}
