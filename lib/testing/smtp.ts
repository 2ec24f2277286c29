import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";

type Behaviour = { hangs?: boolean; refuses?: (recipient: string) => string | null };

/** A mail server of a few lines: keeps what it is sent, refuses or says nothing at all when told to. */
export class FakeSmtp {
  readonly received: string[] = [];
  behaviour: Behaviour = {};
  /** Connections left without a word. */
  left = 0;
  private readonly server: Server = createServer((socket) => this.talk(socket));
  private readonly sockets = new Set<Socket>();

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}?ignoreTLS=true`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    socket.on("error", () => {});
    if (this.behaviour.hangs) {
      this.left += 1;
      return;
    }
    let text = "";
    let isData = false;
    socket.write("220 ready\r\n");
    socket.on("data", (part) => {
      text += part;
      for (let end = text.indexOf("\r\n"); end >= 0 && !isData; end = text.indexOf("\r\n")) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        isData = /^DATA/i.test(line);
        socket.write(`${this.answer(line)}\r\n`);
      }
      const dot = text.indexOf("\r\n.\r\n");
      if (!isData || dot < 0) return;
      this.received.push(text.slice(0, dot));
      text = text.slice(dot + 5);
      isData = false;
      socket.write("250 kept\r\n");
    });
  }

  private answer(line: string): string {
    const recipient = /^RCPT TO:<(.*?)>/i.exec(line)?.[1];
    if (recipient) return this.behaviour.refuses?.(recipient) ?? "250 fine";
    if (/^DATA/i.test(line)) return "354 go on";
    return /^QUIT/i.test(line) ? "221 bye" : "250 fine";
  }
}
