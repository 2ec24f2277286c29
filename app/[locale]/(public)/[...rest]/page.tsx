import { notFound } from "next/navigation";
import { lostMetadata, page } from "../../page-shape";

export const generateMetadata = lostMetadata;

/** Any address that is not ours. Next's own page for these is made at build time and would carry no nonce. */
export default page(() => notFound());
