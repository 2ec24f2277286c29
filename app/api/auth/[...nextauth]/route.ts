import type { NextRequest } from "next/server";

type Context = RouteContext<"/api/auth/[...nextauth]">;

/**
 * next-auth runs inside server actions; over HTTP it answers nothing. A link is spent by the button on its page: who asks
 * for the library's own address with GET is told that this is not the method, anything else is not there.
 */
async function answer({ method }: NextRequest, { params }: Context): Promise<Response> {
  const [route] = (await params).nextauth;
  if (route === "callback" && method === "GET") return new Response(null, { status: 405, headers: { Allow: "" } });
  return new Response(null, { status: 404 });
}

export { answer as GET, answer as POST };
