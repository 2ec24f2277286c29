import { notFound } from "next/navigation";
import { connection } from "next/server";
import { env } from "@/lib/env";
import { lostMetadata, page } from "../../../page-shape";

export const generateMetadata = lostMetadata;

/** Nothing but the frame: the floor that the bench holds pages against. Anywhere else it is an address that is not there. */
export default page(async () => {
  await connection();
  if (env.BENCH !== "1") notFound();
  return null;
});
