import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import * as actions from "@/app/_actions/member";
import { metadataOf, page } from "@/app/[locale]/page-shape";
import { FormLayout } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { WelcomeForm } from "@/components/member/welcome-forms";
import { WelcomeSteps } from "@/components/member/welcome-steps";
import { requireActor } from "@/lib/auth/session";
import { Link } from "@/lib/i18n/navigation";
import { findOwnProfile, findWelcomeStep } from "@/lib/member/queries";
import { nextStep, partOfStep } from "@/lib/member/welcome/rules";

type Props = PageProps<"/[locale]/welcome/[step]">;

const ANSWERS = {
  who: actions.answerWhoAction,
  value: actions.answerValueAction,
  ties: actions.answerTiesAction,
  trust: actions.answerTrustAction,
} as const;

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const part = partOfStep(Number((await params).step));
  if (!part) notFound();
  const t = await getTranslations("member.welcome");
  return { title: t(`${part}.title`) };
});

export default page(async function WelcomeStepPage({ params }: Props) {
  const actor = await requireActor();
  const step = Number((await params).step);
  const part = partOfStep(step);
  if (!part) notFound();
  const t = await getTranslations("member.welcome");
  const [profile, reached] = [await findOwnProfile(actor), await findWelcomeStep(actor)];
  return (
    <div className="wrap">
      <PageHead title={t("title")} note={<Link href="/home">{t("later")}</Link>} />
      <p className="mb-6">{t("lead")}</p>
      <FormLayout side={<WelcomeSteps current={step} reached={reached} />} sideLabel={t("steps")}>
        <div className="stack">
          <h2>{t(`${part}.title`)}</h2>
          <p className="lead">{t(`${part}.lead`)}</p>
          <WelcomeForm
            part={part}
            step={step}
            isLast={nextStep(step) === null}
            profile={profile}
            action={ANSWERS[part]}
            skipAction={actions.skipStepAction}
            formKeys={[crypto.randomUUID(), crypto.randomUUID()]}
          />
        </div>
      </FormLayout>
    </div>
  );
});
