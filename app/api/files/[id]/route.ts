import { getViewer } from "@/lib/auth/session";
import { findPhoto } from "@/lib/member/photo/queries";
import { findProjectFile } from "@/lib/project/file/queries";
import { findPicture } from "@/lib/project/picture/queries";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const GUARDS = { "content-security-policy": "default-src 'none'; sandbox", "x-content-type-options": "nosniff" };

/**
 * A photograph, for those who see it on the profile (rule PV1), a picture of a result, for those who read it, or a file of a
 * project, for those who take part in it; for anybody else there is none (rule A2). Its bytes never change. What is no picture is only ever downloaded.
 */
export async function GET(_request: Request, { params }: RouteContext<"/api/files/[id]">): Promise<Response> {
  const { id } = await params;
  const viewer = await getViewer();
  const photo = UUID.test(id) ? await findPhoto(viewer, id) : null;
  if (photo) return answer(photo, { "cache-control": "private, max-age=31536000, immutable" });
  const picture = UUID.test(id) ? await findPicture(viewer, id) : null;
  if (picture) return answer(picture, { "cache-control": "private, max-age=600" });
  const file = UUID.test(id) ? await findProjectFile(viewer, id) : null;
  if (!file) return new Response(null, { status: 404, headers: { ...GUARDS, "cache-control": "no-store" } });
  const how = file.mime.startsWith("image/") ? "inline" : "attachment";
  const disposition = `${how}; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, hexOf)}`;
  return answer(file, { "content-disposition": disposition, "cache-control": "private, no-store" });
}

const hexOf = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;

type File = { readonly mime: string; readonly bytes: Uint8Array<ArrayBuffer> };

function answer({ mime, bytes }: File, headers: Readonly<Record<string, string>>): Response {
  const type = mime.startsWith("text/") ? `${mime}; charset=utf-8` : mime;
  return new Response(bytes, { headers: { ...GUARDS, "content-type": type, ...headers } });
}
