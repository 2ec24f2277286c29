import * as z from "zod";
import { errorAnswer, peopleAnswer } from "../answer/schema";
import { peopleRequest } from "../request/schema";

const schemaOf = (schema: z.ZodType, io: "input" | "output"): Record<string, unknown> => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
};

const refers = (name: string) => ({ "application/json": { schema: { $ref: `#/components/schemas/${name}` } } });

function parametersOf(): readonly object[] {
  const { properties } = schemaOf(peopleRequest, "input") as { properties: Record<string, { description?: string }> };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: false,
    description,
    schema,
  }));
}

const people = {
  get: {
    operationId: "listPeople",
    summary: "People of the directory",
    description:
      "Up to 24 people a page, closest to you first (docs/ranking.md). Signed in, you find whoever is listed; otherwise those who chose to be found by anyone. An empty parameter is as good as none; an unknown one, or one given twice where it stands once, is refused.",
    security: [{}, { session: [] }],
    parameters: [
      ...parametersOf(),
      {
        name: "If-None-Match",
        in: "header",
        required: false,
        schema: { type: "string" },
        description: "Marks of lists you have.",
      },
    ],
    responses: {
      200: {
        description: "The list.",
        headers: { ETag: { schema: { type: "string" }, description: "A strong mark of these bytes." } },
        content: refers("People"),
      },
      304: { description: "You have this list already." },
      400: {
        description: "The query cannot be read; the sentence is in the language asked for.",
        content: refers("Error"),
      },
      429: {
        description: "Too many requests in this minute from your account, or from your network.",
        headers: {
          "Retry-After": { schema: { type: "integer" }, description: "Seconds until the next minute begins." },
        },
        content: refers("Error"),
      },
    },
  },
};

/** The interface for programs, as OpenAPI: made of the schemas that read queries and that tests hold answers to. */
export function openApiOf(sessionCookie: string) {
  return {
    openapi: "3.1.0",
    info: { title: "Tessera", version: "1", license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: "/api/v1" }],
    paths: { "/people": people },
    components: {
      schemas: { People: schemaOf(peopleAnswer, "output"), Error: schemaOf(errorAnswer, "output") },
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: sessionCookie } },
    },
  };
}
