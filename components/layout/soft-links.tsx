"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Follows links within the site without loading the page anew: those marked `data-soft`, and those inside what is marked. One
 * listener for all of them, so that links stay plain links, with no script of their own. Other buttons, keys held down, other
 * windows, files and other sites stay the browser's.
 */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link?.closest("[data-soft]") || event.defaultPrevented || event.button !== 0 || isHeld(event)) return;
      if (!isPage(link)) return;
      event.preventDefault();
      router.push((link.pathname + link.search + link.hash) as Parameters<typeof router.push>[0]);
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}

const isHeld = ({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) => metaKey || ctrlKey || shiftKey || altKey;

const isPage = ({ origin, target, download }: HTMLAnchorElement) =>
  origin === window.location.origin && target === "" && download === "";
