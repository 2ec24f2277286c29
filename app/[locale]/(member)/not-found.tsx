export { default, generateMetadata } from "../page-lost";
