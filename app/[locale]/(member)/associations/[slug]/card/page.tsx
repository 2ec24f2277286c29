import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { renewCardAction, setCardAction } from "@/app/_actions/membership";
import { TwoColumns } from "@/components/layout/columns";
import { PageHead } from "@/components/layout/page-head";
import { CardDesk, CardFace } from "@/components/membership/own-card";
import { Crumbs } from "@/components/ui/crumbs";
import { Done } from "@/components/ui/done";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { Link } from "@/lib/i18n/navigation";
import { pathTo } from "@/lib/i18n/path-to";
import { findOwnCard } from "@/lib/membership/card/queries";
import { doneOf } from "@/lib/membership/notice/rules";
import { metadataOf, page } from "../../../../page-shape";

type Props = PageProps<"/[locale]/associations/[slug]/card">;

const read = async (props: Props) => (await findOwnCard(await requireActor(), (await props.params).slug)) ?? notFound();

export const generateMetadata = metadataOf(async (props: Props): Promise<Metadata> => {
  const { association } = await read(props);
  const t = await getTranslations("membership.card");
  return { title: t("titleOf", { name: association.name }), robots: { index: false } };
});

/** My card: to show, to print, and what its code tells. */
export default page(async function CardPage(props: Props) {
  const actor = await requireActor();
  const card = await read(props);
  const t = await getTranslations("membership.card");
  const { slug, name } = card.association;
  const address =
    card.token && env.APP_URL + pathTo({ pathname: "/cards/[token]", params: { token: card.token } }, "it");
  const renew = (words: React.ReactNode) => (
    <Link href={{ pathname: "/associations/[slug]/pledge", params: { slug } }}>{words}</Link>
  );
  return (
    <div className="wrap">
      <Crumbs
        path={[{ label: name, href: { pathname: "/associations/[slug]", params: { slug } } }]}
        current={t("title")}
      />
      <div className="print:hidden">
        <PageHead title={t("titleOf", { name })} />
      </div>
      <Done of="membership" done={doneOf((await props.searchParams).done)} />
      {card.isOver ? (
        <Notice tone="wait" className="mt-4">
          {t.rich("over", { a: renew })}
        </Notice>
      ) : null}
      <TwoColumns rail={<CardDesk card={card} set={setCardAction} renew={renewCardAction} />} railLabel={t("tells")}>
        <CardFace card={card} name={actor.name} address={address} />
        <p className="hint mt-4 print:hidden">{t("print")}</p>
        {address ? (
          <p className="hint break-all print:hidden">
            {t.rich("leadsTo", { a: () => <a href={address}>{address}</a> })}
          </p>
        ) : null}
      </TwoColumns>
    </div>
  );
});
