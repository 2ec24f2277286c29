import { Lost } from "@/components/site/lost";
import { lostMetadata } from "./page-shape";
import SiteFrame from "./site-frame";

export const generateMetadata = lostMetadata;

/** What is not there and was only found out deep inside a page; pages themselves say it by their own shape. */
export default function NotFound() {
  return (
    <SiteFrame>
      <Lost />
    </SiteFrame>
  );
}
