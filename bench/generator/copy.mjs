const CHUNK_CHARS = 64 * 1024;
const ESCAPES = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

const escaped = (text) => (/[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (sign) => ESCAPES[sign]) : text);
const quoted = (text) => `"${String(text).replace(/["\\]/g, "\\$&")}"`;

function fieldOf(value) {
  if (value === null) return "\\N";
  if (Array.isArray(value)) return escaped(`{${value.map(quoted).join(",")}}`);
  return typeof value === "string" ? escaped(value) : String(value);
}

/** One row in COPY's text format. */
export const lineOf = (row) => `${row.map(fieldOf).join("\t")}\n`;

/** Lines gathered into chunks worth sending. */
export function* chunksOf(rows) {
  let chunk = "";
  for (const row of rows) {
    chunk += lineOf(row);
    if (chunk.length < CHUNK_CHARS) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk) yield chunk;
}

/** COPY … FROM STDIN as node-postgres runs a query: it sends the chunks when the server is ready for them. */
class CopyIn {
  constructor(text, chunks, settle) {
    this.text = text;
    this.chunks = chunks;
    this.settle = settle;
  }
  submit(connection) {
    connection.query(this.text);
  }
  handleCopyInResponse(connection) {
    send(this.chunks, connection).then(
      () => connection.endCopyFrom(),
      (error) => connection.sendCopyFail(String(error.message)),
    );
  }
  handleCommandComplete({ text }) {
    this.rows = Number(text.split(" ").at(-1));
  }
  handleError(error) {
    this.settle.reject(error);
  }
  handleReadyForQuery() {
    this.settle.resolve(this.rows);
  }
}

async function send(chunks, connection) {
  for (const chunk of chunks) {
    connection.sendCopyFromChunk(Buffer.from(chunk));
    if (connection.stream.writableNeedDrain) await new Promise((resolve) => connection.stream.once("drain", resolve));
  }
}

/** Fills a table; the number of rows it took. */
export function copyInto(client, { table, columns, rows }) {
  const names = columns.map((name) => `"${name}"`).join(", ");
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(`COPY "${table}" (${names}) FROM STDIN`, chunksOf(rows()), { resolve, reject }));
  });
}
