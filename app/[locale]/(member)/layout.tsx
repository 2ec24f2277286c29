export { default } from "../site-frame";
