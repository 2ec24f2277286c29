import type { ReactNode } from "react";
import { SettingsNav } from "@/components/account/settings-nav";

/** The parts of the settings above each of them; each page asks for its own actor. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <div className="wrap">
        <SettingsNav />
      </div>
      {children}
    </>
  );
}
