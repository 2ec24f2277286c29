import { getLocale } from "next-intl/server";
import { requireActor } from "@/lib/auth/session";
import { redirect } from "@/lib/i18n/navigation";
import { findWelcomeStep } from "@/lib/member/queries";
import { page } from "../../page-shape";

/** Resumes where one was; whoever has been through goes to the profile. */
export default page(async function WelcomePage() {
  const step = await findWelcomeStep(await requireActor());
  const locale = await getLocale();
  if (step === null) return redirect({ href: "/profile", locale });
  return redirect({ href: { pathname: "/welcome/[step]", params: { step: String(step) } }, locale });
});
