import type { MetadataRoute } from "next";

/** What a browser shows when somebody keeps the site on their screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Tessera",
    short_name: "Tessera",
    start_url: "/",
    display: "minimal-ui",
    background_color: "#ffffff",
    theme_color: "#0e5a44",
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      { src: "/apple-icon.png", type: "image/png", sizes: "180x180" },
    ],
  };
}
