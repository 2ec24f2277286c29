import { Lost } from "@/components/site/lost";
import { lostMetadata } from "./page-shape";

export const generateMetadata = lostMetadata;

/**
 * What is not there and was only found out deep inside a page; pages themselves say it by their own shape. One for each group,
 * inside its frame: Next draws it ahead with every page, and with it whatever frame it brings along.
 */
export default Lost;
