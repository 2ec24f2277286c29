import * as z from "zod";
import { errorAnswer, peopleAnswer } from "../answer/schema";
import { peopleRequest } from "../request/schema";
import { suggestionsAnswer, suggestionsRequest } from "../suggestion/schema";

const schemaOf = (schema: z.ZodType, io: "input" | "output"): Record<string, unknown> => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
};

const refers = (name: string) => ({ "application/json": { schema: { $ref: `#/components/schemas/${name}` } } });

function parametersOf(request: z.ZodObject): readonly object[] {
  const { properties } = schemaOf(request, "input") as { properties: Record<string, { description?: string }> };
  const named = Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: false,
    description,
    schema,
  }));
  return [...named, KNOWN_MARKS];
}

const KNOWN_MARKS = {
  name: "If-None-Match",
  in: "header",
  required: false,
  schema: { type: "string" },
  description: "Marks of answers you have.",
};

/** What is answered to whoever asks for one, besides the description of it. */
const responsesOf = (description: string, name: string) => ({
  200: {
    description,
    headers: { ETag: { schema: { type: "string" }, description: "A strong mark of these bytes." } },
    content: refers(name),
  },
  304: { description: "You have this answer already." },
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
});

const people = {
  get: {
    operationId: "listPeople",
    summary: "People of the directory",
    description:
      "Up to 20 people a page, closest to you first (docs/ranking.md). Where nobody satisfies all of `q`, the list is of what is nearest, and `setAside` says what it leaves out. Signed in, you find whoever is listed; otherwise those who chose to be found by anyone. An empty parameter is as good as none; an unknown one, or one given twice where it stands once, is refused.",
    security: [{}, { session: [] }],
    parameters: parametersOf(peopleRequest),
    responses: responsesOf("The list.", "People"),
  },
};

const suggestions = {
  get: {
    operationId: "listSuggestions",
    summary: "What may be meant by what is being typed",
    description:
      "A few competences and places whose names hold what was typed, and people and associations who are called so, as far as you may find them. Meant to be asked at every letter: four times as many requests a minute as of the list, counted apart.",
    security: [{}, { session: [] }],
    parameters: parametersOf(suggestionsRequest),
    responses: responsesOf("The suggestions; none is an answer too.", "Suggestions"),
  },
};

/** The interface for programs, as OpenAPI: made of the schemas that read queries and that tests hold answers to. */
export function openApiOf(sessionCookie: string) {
  return {
    openapi: "3.1.0",
    info: { title: "Tessera", version: "1", license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: "/api/v1" }],
    paths: { "/people": people, "/suggestions": suggestions },
    components: {
      schemas: {
        People: schemaOf(peopleAnswer, "output"),
        Suggestions: schemaOf(suggestionsAnswer, "output"),
        Error: schemaOf(errorAnswer, "output"),
      },
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: sessionCookie } },
    },
  };
}
