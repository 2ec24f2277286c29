import { getViewer } from "@/lib/auth/session";
import { findPhoto } from "@/lib/member/photo/queries";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const GUARDS = { "content-security-policy": "default-src 'none'; sandbox", "x-content-type-options": "nosniff" };

/** A photograph, for those who see it on the profile (rule PV1); for anybody else there is none. Its bytes never change. */
export async function GET(_request: Request, { params }: RouteContext<"/api/files/[id]">): Promise<Response> {
  const { id } = await params;
  const photo = UUID.test(id) ? await findPhoto(await getViewer(), id) : null;
  if (!photo) return new Response(null, { status: 404, headers: { ...GUARDS, "cache-control": "no-store" } });
  return new Response(photo.bytes, {
    headers: { ...GUARDS, "content-type": photo.mime, "cache-control": "private, max-age=31536000, immutable" },
  });
}
