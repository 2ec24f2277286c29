import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type QrCode, qrCodeOf } from "./qr";
import { correctionOf } from "./reed-solomon";

const drawn = (code: QrCode) =>
  code.map((row) =>
    row
      .map((isDark) => (isDark ? "#" : " "))
      .join("")
      .trimEnd(),
  );

test("the correction of the textbook's block", () => {
  const block = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
  expect(correctionOf(block, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
});

test("an address is drawn as another encoder draws it (qrencode 4, bytes, level M)", () => {
  expect(drawn(qrCodeOf("https://tessera.example/tessere/x"))).toEqual(VECTOR);
});

// One text as long as each version holds at most, and one byte longer; each of these codes was read back by zbarimg.
test.each([
  [1, 21, "f89b4ccadd29960a"],
  [14, 21, "02e34ab898e1c500"],
  [15, 25, "636e1c84f93f324b"],
  [26, 25, "06642567f65af5f7"],
  [27, 29, "ee43f4c68857cb93"],
  [42, 29, "3c57b6e159320d5d"],
  [43, 33, "0df1ca25995c5ed2"],
  [62, 33, "0c6ec103ea71bc3c"],
  [63, 37, "b10b2c80ff2fa730"],
  [84, 37, "6b72fee90d9a7bb7"],
  [85, 41, "c4d99f61445d4cfa"],
  [106, 41, "4f1c940f9471170c"],
  [107, 45, "d7ca3983be532fda"],
  [122, 45, "1c2fba3b73015fd1"],
  [123, 49, "65d4f47bf9703dec"],
  [152, 49, "00eb1afd9e6d8039"],
  [153, 53, "68360099b74473c0"],
  [180, 53, "3696c9ba639eb235"],
  [181, 57, "f4b1d316d0eaae1f"],
  [213, 57, "feaed64bf7c156f0"],
] as const)("%d bytes make the code that was read back", (length, side, print) => {
  const code = qrCodeOf(textOf(length));
  expect([code.length, printOf(code)]).toEqual([side, print]);
});

test("what no version up to ten holds is refused", () => {
  expect(() => qrCodeOf("x".repeat(214))).toThrow(RangeError);
  expect(qrCodeOf("à".repeat(106))).toHaveLength(57);
});

const ALPHABET = "abcdefghijklmnopqrstuvwxyzABC/:-_.";
const textOf = (length: number) => Array.from({ length }, (_, i) => ALPHABET[(i * 7 + length) % 34]).join("");
const printOf = (code: QrCode) => createHash("sha256").update(drawn(code).join("\n")).digest("hex").slice(0, 16);
const VECTOR = [
  "####### # #    ## ### #######",
  "#     # ####  ## ## # #     #",
  "# ### #   #  ###  ### # ### #",
  "# ### # # #     ####  # ### #",
  "# ### #  ## ##     #  # ### #",
  "#     #  #  # #  ###  #     #",
  "####### # # # # # # # #######",
  "        # ## ##  ## #",
  "# ## ###     ## ##### #  # ##",
  "    ## #####   ##  ######   #",
  "###  #### ##  ## ##  #  # ##",
  "# # #    #   ###   ####     #",
  "####### #####    # #   # ##",
  "  ###    #   #   # # ##   ###",
  "    #### # ## # # ### ### ###",
  " ### #   # # # #     ## #  #",
  " # ######      ## # ##  ## #",
  " # # #  ### ## #  # #  # ###",
  "# # # ####     ####  # ## #",
  "    #  ##  ##  #### ##    #",
  " ##   #     ## #### #######",
  "        # ## ##    ##   #####",
  "####### ### ##  #  ## # ## #",
  "#     # # ###     # #   ## ##",
  "# ### #  #    ## #  ##### ##",
  "# ### # #### ##### ##  ###  #",
  "# ### # #  ###  # #    #  # #",
  "#     #  #####      # # ## #",
  "####### # ###   # ### #  # #",
];
