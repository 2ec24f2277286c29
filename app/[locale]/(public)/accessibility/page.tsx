import { documentPage } from "../../document-page";

const { generateMetadata, DocumentPage } = documentPage("accessibility", "/accessibility");

export { generateMetadata };
export default DocumentPage;
