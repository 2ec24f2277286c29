import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import {
  closeOwnCommitmentAction,
  confirmCommitmentAction,
  declareCommitmentAction,
  noteCommitmentAction,
} from "@/app/_actions/contribution";
import { SaidAndDone } from "@/components/association/promised";
import { DeclarePromise } from "@/components/contribution/promise-forms";
import { type PromiseActs, PromiseList } from "@/components/contribution/promise-list";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { Crumbs } from "@/components/ui/crumbs";
import { Done } from "@/components/ui/done";
import { getViewer } from "@/lib/auth/session";
import { findPromises } from "@/lib/contribution/promise/queries";
import type { PromiseLine, PromisesView } from "@/lib/contribution/promise/types";
import { alternatesOf } from "../../../../alternates";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/commitments">;

const read = cache(async (slug: string) => (await findPromises(await getViewer(), slug)) ?? notFound());

export const generateMetadata = metadataOf(async ({ params }: Props): Promise<Metadata> => {
  const { slug } = await params;
  const { association } = await read(slug);
  const t = await getTranslations("contribution.promise");
  const alternates = await alternatesOf({ pathname: "/associations/[slug]/commitments", params: { slug } });
  return { title: t("of", { association: association.name }), ...alternates };
});

const acts: PromiseActs = {
  close: closeOwnCommitmentAction,
  attest: confirmCommitmentAction,
  note: noteCommitmentAction,
};

/** What the association said and did, for everybody; for those who belong, what each of them said. */
export default page(async function CommitmentsPage({ params, searchParams }: Props) {
  const view = await read((await params).slug);
  const { slug, name } = view.association;
  const t = await getTranslations("contribution.promise");
  return (
    <div className="wrap">
      <Crumbs
        path={[{ label: name, href: { pathname: "/associations/[slug]", params: { slug } } }]}
        current={t("title")}
      />
      <PageHead title={t("of", { association: name })} note={t("pageNote")} />
      <Done of="contribution" done={(await searchParams).done} />
      <div className="sections max-w-[46rem]">
        <SaidAndDone promised={view.promised} />
        <Lines of="initiatives" lines={view.initiatives} />
        {view.member ? <Member slug={slug} member={view.member} /> : null}
      </div>
    </div>
  );
});

async function Member({ slug, member }: { slug: string; member: NonNullable<PromisesView["member"]> }) {
  const t = await getTranslations("contribution.promise");
  return (
    <>
      <Lines of="own" lines={member.own} />
      <Section id="declare" title={t("declare")} note={t("declareNote")}>
        {member.mayDeclare ? (
          <DeclarePromise slug={slug} member={member} action={declareCommitmentAction} />
        ) : (
          <p className="meta">{t("notNow")}</p>
        )}
      </Section>
      <Lines of="others" lines={member.others} />
    </>
  );
}

async function Lines({ of, lines }: { of: "initiatives" | "own" | "others"; lines: readonly PromiseLine[] }) {
  const t = await getTranslations("contribution.promise");
  return (
    <Section id={of} title={t(of)} note={t(`${of}Note`)}>
      {lines.length > 0 ? <PromiseList lines={lines} acts={acts} /> : <p className="meta">{t(`${of}None`)}</p>}
    </Section>
  );
}
