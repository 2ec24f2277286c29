import { documentPage } from "../../document-page";

const { generateMetadata, DocumentPage } = documentPage("conduct", "/code-of-conduct");

export { generateMetadata };
export default DocumentPage;
