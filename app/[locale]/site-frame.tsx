import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { chooseThemeAction } from "@/app/_actions/appearance";
import { SiteShell } from "@/components/layout/site-shell";
import { getViewer } from "@/lib/auth/session";
import { THEME_COOKIE, themeOf } from "@/lib/core/theme";
import { documentsInForce } from "@/lib/i18n/documents";
import { findFrame } from "@/lib/notification/queries";

/** The frame around a page with what it shows of whoever looks. It decides nothing: each page asks for its own actor. */
export default async function SiteFrame({ children }: { children: ReactNode }) {
  const viewer = await getViewer();
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <SiteShell
      viewer={viewer && (await findFrame(viewer, documentsInForce()))}
      theme={theme}
      themeAction={chooseThemeAction}
    >
      {children}
    </SiteShell>
  );
}
