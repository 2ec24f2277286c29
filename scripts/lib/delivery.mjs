import compression from "compression";
import sirv from "sirv";
import { securityHeaders } from "../../lib/http/security-headers.mjs";

const PREFIX = "/_next/static/";
/** Their names change with their contents. */
const FOR_EVER = "public, max-age=31536000, immutable";
const TYPES = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };

/**
 * Answers requests: with the files of a build (of its folder `static`) as they were compressed ahead, with everything else as
 * `answer` makes it, compressed while it is sent. What there is no such file for, a part of one included, is for `answer` as well.
 */
export function deliver(folder, answer) {
  const compress = compression();
  const files = sirv(folder, { brotli: true, gzip: true, etag: true, setHeaders });
  return (request, response) =>
    compress(request, response, () => {
      const { url, headers } = request;
      const next = () => answer(request, response);
      if (!mayBeFile(request)) return next();
      return files({ url: url.slice(PREFIX.length - 1), headers }, response, next);
    });
}

const mayBeFile = ({ method, url, headers }) =>
  (method === "GET" || method === "HEAD") && url.startsWith(PREFIX) && !headers.range;

function setHeaders(response, name) {
  const type = TYPES[name.split(".").pop()];
  if (type) response.setHeader("Content-Type", type);
  response.setHeader("Cache-Control", FOR_EVER);
  for (const [key, value] of Object.entries(securityHeaders)) response.setHeader(key, value);
}
