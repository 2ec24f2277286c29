import type { ReactNode } from "react";
import { SignShell } from "@/components/layout/sign-shell";

/** Signing in and up: the form beside a floor. */
export default function SignLayout({ children }: { children: ReactNode }) {
  return <SignShell>{children}</SignShell>;
}
