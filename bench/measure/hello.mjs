// Floor F0: what a request costs when nothing is done for it.
import http from "node:http";

const server = http.createServer((_, response) => {
  response.setHeader("content-type", "text/plain");
  response.end("hello\n");
});
server.listen(Number(process.argv[2]), "127.0.0.1", () => process.send?.("ready"));
process.on("disconnect", () => process.exit(0));
