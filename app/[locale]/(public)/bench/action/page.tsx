import { notFound } from "next/navigation";
import { connection } from "next/server";
import { emptyAction } from "@/app/_actions/bench";
import { Form } from "@/components/form/form";
import { env } from "@/lib/env";
import { lostMetadata, page } from "../../../page-shape";

export const generateMetadata = lostMetadata;

/** A form without a field, which the bench sends. Anywhere else it is an address that is not there. */
export default page(async () => {
  await connection();
  if (env.BENCH !== "1") notFound();
  return (
    <Form action={emptyAction} formKey={crypto.randomUUID()}>
      {null}
    </Form>
  );
});
