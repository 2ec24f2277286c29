import { createNavigation } from "next-intl/navigation";
import { type ComponentProps, createElement } from "react";
import { routing } from "./routing";

const navigation = createNavigation(routing);

export const { redirect, useRouter, getPathname } = navigation;

/**
 * Pages are drawn for whoever asks, when they ask: fetching them ahead would cost a request for each link in view and show
 * nothing sooner.
 */
export function Link(props: ComponentProps<typeof navigation.Link>) {
  return createElement(navigation.Link, { prefetch: false, ...props });
}
