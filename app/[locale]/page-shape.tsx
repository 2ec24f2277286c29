import type { Metadata } from "next";
import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Failed } from "@/components/site/failed";
import { Lost } from "@/components/site/lost";
import { answerWith } from "@/lib/http/response";
import { logFailure } from "@/lib/log/logger";

const isNotFound = (error: unknown) =>
  (error as { digest?: unknown } | null)?.digest === "NEXT_HTTP_ERROR_FALLBACK;404";

/**
 * The one shape of a page: what is not there, or not for this viewer, is a page with its own status (rule A2), and so
 * is a fault of ours, logged under the code it shows. Both are drawn on the server, where Next would leave them to script.
 */
export function page<Props>(draw: (props: Props) => Promise<ReactNode> | ReactNode) {
  return async (props: Props): Promise<ReactNode> => {
    try {
      return await draw(props);
    } catch (error) {
      if (isNotFound(error) && answerWith(404)) return <Lost />;
      unstable_rethrow(error);
      const digest = logFailure(draw.name, error);
      if (answerWith(500)) return <Failed digest={digest} />;
      throw error;
    }
  };
}

/** The metadata of a page that may not be there: then, those of any page that is not there. */
export function metadataOf<Props>(read: (props: Props) => Promise<Metadata>) {
  return async function generateMetadata(props: Props): Promise<Metadata> {
    try {
      return await read(props);
    } catch (error) {
      if (isNotFound(error)) return lostMetadata();
      throw error;
    }
  };
}

/** The title of whatever is not there; the same for all. */
export async function lostMetadata(): Promise<Metadata> {
  const t = await getTranslations("error.lost");
  return { title: t("title"), robots: { index: false } };
}
