import { documentPage } from "../../document-page";

const { generateMetadata, DocumentPage } = documentPage("credits", "/credits");

export { generateMetadata };
export default DocumentPage;
