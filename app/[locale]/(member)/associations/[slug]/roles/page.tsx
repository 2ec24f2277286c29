import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { giveTrustAction, withdrawTrustAction } from "@/app/_actions/bundle";
import { PageHead } from "@/components/layout/page-head";
import { OwnTrust } from "@/components/membership/own-trust";
import { Register } from "@/components/membership/role-register";
import { Crumbs } from "@/components/ui/crumbs";
import { Done } from "@/components/ui/done";
import { requireActor } from "@/lib/auth/session";
import { findRoleRegister } from "@/lib/membership/bundle/queries";
import { doneOf } from "@/lib/membership/notice/rules";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/roles">;

const read = async (props: Props) =>
  (await findRoleRegister(await requireActor(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("membership.register");
  return { title: t("titleOf", { name: association.name }), robots: { index: false } };
});

/** Who does what here, for those who belong. */
export default page(async function RegisterPage(props: Props) {
  const register = await read(props);
  const t = await getTranslations("membership.register");
  const { slug, name } = register.association;
  return (
    <div className="wrap">
      <Crumbs
        path={[{ label: name, href: { pathname: "/associations/[slug]", params: { slug } } }]}
        current={t("title")}
      />
      <PageHead title={t("titleOf", { name })} note={t("note")} />
      <Done of="membership" done={doneOf((await props.searchParams).done)} />
      <div className="sections mt-6 max-w-[46rem]">
        <Register register={register} />
        {register.trusted ? (
          <OwnTrust slug={slug} trusted={register.trusted} give={giveTrustAction} withdraw={withdrawTrustAction} />
        ) : null}
      </div>
    </div>
  );
});
