import { notFound } from "next/navigation";

/** Any address that is not ours. Next's own page for these is made at build time and would carry no nonce. */
export default function UnknownAddress() {
  notFound();
}
