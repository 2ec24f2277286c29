import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { declineLetterAction, takeUpOpeningAction } from "@/app/_actions/invitation";
import { DeadOpening, OpenOpening, TakenOpening } from "@/components/membership/opening";
import { currentPath, getViewer } from "@/lib/auth/session";
import { findOpening } from "@/lib/membership/opening/queries";
import { page } from "../../../page-shape";

type Props = PageProps<"/[locale]/invitations/[token]">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("membership.opening");
  return { title: t("metaTitle"), robots: { index: false }, referrer: "same-origin" };
}

/** What a letter or a link says. Opening it takes nothing up: mail scanners open links too. */
export default page(async function OpeningPage(props: Props) {
  const { token } = await props.params;
  const viewer = await getViewer();
  const view = await findOpening(viewer, token);
  return (
    <div className="wrap">
      <div className="desk-main max-w-[46rem]">
        {view === null ? <DeadOpening /> : null}
        {view?.kind === "taken" ? <TakenOpening association={view.association} /> : null}
        {view?.kind === "open" ? (
          <OpenOpening
            opening={view.opening}
            token={token}
            next={viewer ? null : await currentPath()}
            takeUp={takeUpOpeningAction}
            decline={declineLetterAction}
          />
        ) : null}
      </div>
    </div>
  );
});
