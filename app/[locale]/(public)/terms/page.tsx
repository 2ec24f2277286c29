import { documentPage } from "../../document-page";

const { generateMetadata, DocumentPage } = documentPage("terms", "/terms");

export { generateMetadata };
export default DocumentPage;
