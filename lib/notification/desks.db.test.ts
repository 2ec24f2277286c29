import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addMonths, dateOf, dayOf } from "@/lib/core/duration";
import { findCare } from "@/lib/membership/care/queries";
import { findDesk } from "@/lib/membership/decision/queries";
import { findDraftDesk } from "@/lib/membership/draft/queries";
import { findImportDesk } from "@/lib/membership/import/queries";
import { findInvitationDesk } from "@/lib/membership/invitation/queries";
import { findRoleDesk } from "@/lib/membership/role/queries";
import { findEntrySettings, findIdentitySettings } from "@/lib/membership/setting/queries";
import { findCaseDesk } from "@/lib/moderation/exclusion/queries";
import { findReportDesk } from "@/lib/moderation/report/queries";
import { findCarriedDesk } from "@/lib/project/carried/queries";
import { anAssociation, expectInvariants } from "@/lib/testing/associations";

afterAll(expectInvariants);

const TODAY = dayOf(new Date());
let world: { slug: string; steward: Actor };

beforeAll(async () => {
  world = await anAssociation({ untilOn: addMonths(TODAY, 6) });
});

/** Every desk of an association, asked for at a time. */
const DESKS: Record<string, (steward: Actor, slug: string, now: Date) => Promise<unknown>> = {
  applications: findDesk,
  care: findCare,
  cases: findCaseDesk,
  entry: findEntrySettings,
  identity: findIdentitySettings,
  imports: findImportDesk,
  invitations: findInvitationDesk,
  projects: findCarriedDesk,
  reports: findReportDesk,
  roles: findRoleDesk,
  "the next charter": (steward, slug, now) => findDraftDesk(steward, slug, { fromAside: false, now }),
};

test.each(Object.entries(DESKS))(
  "A1, PT1: the desk of %s opens to whoever answers for it at the time it is asked for, not by the clock on the wall",
  async (_, find) => {
    const { steward, slug } = world;
    const at = (months: number) => find(steward, slug, dateOf(addMonths(TODAY, months)));
    expect(await at(5)).not.toBeNull();
    expect(await at(7)).toBeNull();
  },
);
