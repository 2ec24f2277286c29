/*
 * As much of PostgreSQL's protocol as it takes to see which statements a client sends. A message is a letter (none for the first
 * one), a length that counts itself, and a body.
 */

/** Reads the parts of one body in order. */
class Body {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  word() {
    const from = this.at;
    const end = this.bytes.indexOf(0, from);
    this.at = end + 1;
    return this.bytes.toString("utf8", from, end);
  }
  short() {
    this.at += 2;
    return this.bytes.readInt16BE(this.at - 2);
  }
  /** A length and as many bytes; null for a length below zero. */
  field() {
    const length = this.bytes.readInt32BE(this.at);
    const from = this.at + 4;
    this.at = from + Math.max(0, length);
    return length < 0 ? null : this.bytes.subarray(from, this.at);
  }
  list(read) {
    return Array.from({ length: this.short() }, read);
  }
}

/** Statement name and parameters, as text; null stays null, what is sent in binary is `undefined`. */
function bound(body) {
  body.word();
  const name = body.word();
  const formats = body.list(() => body.short());
  const isText = (i) => ((formats.length === 1 ? formats[0] : formats[i]) ?? 0) === 0;
  const fields = body.list(() => body.field());
  return {
    name,
    values: fields.map((value, i) => (value === null || isText(i) ? (value?.toString("utf8") ?? null) : undefined)),
  };
}

/** The messages of a stream of bytes, whole, as `{ kind, body }`; the first one, which has no letter, is left out. */
function splitter() {
  let rest = Buffer.alloc(0);
  let head = 0;
  const lengthOf = () => (rest.length < head + 4 ? Number.POSITIVE_INFINITY : head + rest.readInt32BE(head));
  return function* messages(bytes) {
    rest = Buffer.concat([rest, bytes]);
    for (let end = lengthOf(); end <= rest.length; end = lengthOf()) {
      if (head === 1) yield { kind: String.fromCharCode(rest[0]), body: new Body(rest.subarray(5, end)) };
      rest = rest.subarray(end);
      head = 1;
    }
  };
}

/** Reads one client's bytes and reports each execution as `{ sql, values }`. */
export function listener(report) {
  const statements = new Map();
  const messages = splitter();
  const heard = (kind, body) => {
    if (kind === "Q") report({ sql: body.word(), values: [] });
    else if (kind === "P") statements.set(body.word(), body.word());
    else if (kind === "B") {
      const { name, values } = bound(body);
      report({ sql: statements.get(name), values });
    }
  };
  return (bytes) => {
    for (const { kind, body } of messages(bytes)) heard(kind, body);
  };
}
