import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CardAnswer } from "@/components/membership/card-proof";
import { takeTurn } from "@/lib/account/throttle/commands";
import { readOrigin } from "@/lib/auth/request";
import { findCardProof } from "@/lib/membership/card/queries";
import { page } from "../../../page-shape";

const LIMIT = { name: "cards", max: 60, windowSeconds: 600 };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("membership.card");
  return { title: t("check"), robots: { index: false, follow: false } };
}

/** What the code on a card tells. Whoever asks too often is told nothing, in the same words as of what is no card. */
export default page(async function CardPage({ params }: PageProps<"/[locale]/cards/[token]">) {
  const isInTurn = await takeTurn(LIMIT, (await readOrigin()).network);
  const proof = isInTurn ? await findCardProof((await params).token) : null;
  return (
    <div className="wrap narrow">
      <CardAnswer proof={proof} />
    </div>
  );
});
