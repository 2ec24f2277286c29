import { documentPage } from "../../document-page";

const { generateMetadata, DocumentPage } = documentPage("privacy", "/privacy");

export { generateMetadata };
export default DocumentPage;
