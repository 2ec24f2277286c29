import { documentPage } from "../../document-page";

const { generateMetadata, DocumentPage } = documentPage("how", "/how-it-works");

export { generateMetadata };
export default DocumentPage;
