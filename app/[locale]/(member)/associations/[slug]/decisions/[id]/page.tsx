import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  acceptChargeAction,
  amendDecisionAction,
  castBallotAction,
  entrustDecisionAction,
  refuseChargeAction,
  withdrawDecisionAction,
} from "@/app/_actions/decision";
import { Amend } from "@/components/decision/amend";
import { Charge } from "@/components/decision/charge";
import { DecisionBody } from "@/components/decision/decision-body";
import { DecisionHead } from "@/components/decision/decision-head";
import { Terms } from "@/components/decision/terms";
import { TwoColumns } from "@/components/layout/columns";
import { Section } from "@/components/layout/section";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { addDays, dayOf } from "@/lib/core/duration";
import { findDecision } from "@/lib/decision/sight/queries";
import { metadataOf, page } from "../../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/decisions/[id]">;

const read = async (props: Props) => (await findDecision(await requireActor(), await props.params)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { title, kind, subject, association } = await read(props);
  const t = await getTranslations("decision");
  const name = title || t("subject", { kind, name: subject ?? "" });
  return { title: `${name}, ${association.name}`, robots: { index: false } };
});

const acts = { entrust: entrustDecisionAction, accept: acceptChargeAction, refuse: refuseChargeAction };

/** One decision: what is asked, one's ballot, what came of it, who sees to it. */
export default page(async function DecisionPage(props: Props) {
  const [actor, view] = [await requireActor(), await read(props)];
  const t = await getTranslations("decision");
  const isPassed = view.outcome === "APPROVED" && (view.kind === "GENERAL" || view.kind === "CHARTER");
  return (
    <div className="wrap">
      <DecisionHead view={view} />
      <Done of="decision" done={(await props.searchParams).done} />
      <TwoColumns
        railLabel={t("facts.secrecy")}
        rail={
          <>
            <Terms view={view} />
            <Amend view={view} amend={amendDecisionAction} withdraw={withdrawDecisionAction} />
          </>
        }
      >
        <DecisionBody view={view} cast={castBallotAction} />
        {isPassed ? (
          <Section id="charge" title={t("charge.title")}>
            <Charge view={view} handle={actor.handle} tomorrow={dayOf(addDays(new Date(), 1))} acts={acts} />
          </Section>
        ) : null}
      </TwoColumns>
    </div>
  );
});
