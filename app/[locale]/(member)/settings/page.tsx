import { getLocale } from "next-intl/server";
import { requireActor } from "@/lib/auth/session";
import { redirect } from "@/lib/i18n/navigation";
import { page } from "../../page-shape";

/** The settings begin with the account. */
export default page(async function SettingsPage() {
  await requireActor();
  return redirect({ href: "/settings/account", locale: await getLocale() });
});
