import type { Metadata } from "next";
import { FrontAssociations } from "@/components/site/front/associations";
import { Closing } from "@/components/site/front/closing";
import { FrontDeeds } from "@/components/site/front/deeds";
import { Hero } from "@/components/site/front/hero";
import { FrontRules } from "@/components/site/front/rules";
import { Trio } from "@/components/site/front/trio";
import { getViewer } from "@/lib/auth/session";
import { countPromises, findFront } from "@/lib/notification/front/queries";
import { alternatesOf } from "../alternates";
import { page } from "../page-shape";

export function generateMetadata(): Promise<Metadata> {
  return alternatesOf({ pathname: "/" });
}

/** The first page of the site, for everybody. */
export default page(async function FrontPage() {
  const [viewer, front, ends] = await Promise.all([getViewer(), findFront(), countPromises()]);
  const { values, associations, associationCount, deeds } = front;
  const isMember = viewer !== null;
  return (
    <div className="home">
      <Hero values={values} association={associations[0] ?? null} ends={ends} isMember={isMember} />
      <div className="wrap sections">
        {deeds.length > 0 ? <FrontDeeds deeds={deeds} /> : null}
        <Trio values={values} />
      </div>
      <FrontRules />
      {associations.length > 0 ? (
        <div className="wrap sections">
          <FrontAssociations associations={associations} count={associationCount} />
        </div>
      ) : null}
      <Closing isMember={isMember} />
    </div>
  );
});
