/**
 * For every answer, pages and files alike; what changes from page to page is set in proxy.ts. The referrer stays within
 * the site: with «no-referrer» browsers send forms with an Origin of «null», and no form of ours would be taken.
 */
export const securityHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};
