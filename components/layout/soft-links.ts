import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";

/**
 * For the element around many plain links: following one draws the next page in place, as `Link` does, for the price of one
 * listener. Other buttons, keys held down, other windows, files and other sites stay the browser's.
 */
export function useSoftLinks() {
  const router = useRouter();
  return (event: MouseEvent<HTMLElement>) => {
    const link = (event.target as Element).closest("a");
    if (!link || event.defaultPrevented || event.button !== 0 || isHeld(event) || !isPage(link)) return;
    event.preventDefault();
    router.push((link.pathname + link.search + link.hash) as Parameters<typeof router.push>[0]);
  };
}

const isHeld = ({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) => metaKey || ctrlKey || shiftKey || altKey;

const isPage = ({ origin, target, download }: HTMLAnchorElement) =>
  origin === window.location.origin && target === "" && download === "";
