import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { chooseThemeAction } from "@/app/_actions/appearance";
import { HeaderSearch } from "@/components/directory/header-search";
import { SiteShell } from "@/components/layout/site-shell";
import { THEME_COOKIE, themeOf } from "@/lib/core/theme";
import type { Frame } from "@/lib/notification/types";
import { getFrame } from "./frame";

/** The frame around a page with what it shows of whoever looks. It decides nothing: each page asks for its own actor. */
export default async function SiteFrame({ children }: { children: ReactNode }) {
  const frame = await getFrame();
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <SiteShell viewer={frame && frameOf(frame)} search={<HeaderSearch />} theme={theme} themeAction={chooseThemeAction}>
      {children}
    </SiteShell>
  );
}

const frameOf = ({ waiting, ...viewer }: Frame) => ({ ...viewer, waitingCount: waiting.length });
