import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";

const textCharacters = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  ..."–—‘’“”…×÷·−±√∞≈≤≥≠←→↑↓βαεθλσΔ₀₁₂₃ₜ⁻¹²³ᵗ°éöüäßÅñç§©",
].join("");

/** Set in formulas at run time, whatever the pages contain. */
// √ is drawn by msqrt, without a character in the text
const mathAlways = "0123456789.−+=()[]/×·?√, eˆ̂";

/** MathML draws a lone letter in its math-italic form, which is another character. */
function mathItalic(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === "h") return "ℎ";
  if (code >= 0x61 && code <= 0x7a) return String.fromCodePoint(0x1d44e + code - 0x61);
  if (code >= 0x41 && code <= 0x5a) return String.fromCodePoint(0x1d434 + code - 0x41);
  if (code >= 0x3b1 && code <= 0x3c9) return String.fromCodePoint(0x1d6fc + code - 0x3b1);
  if (code >= 0x391 && code <= 0x3a9) return String.fromCodePoint(0x1d6e2 + code - 0x391);
  if (character === "ϵ") return "𝜖";
  return "";
}

interface FontFile {
  name: string;
  source: string;
  characters: string;
  axes?: Record<string, number | { min: number; max: number }>;
}

/** With their italic forms, in order. */
const drawn = (characters: Iterable<string>): string =>
  [...new Set([...characters].flatMap((one) => [one, ...mathItalic(one)]))].sort().join("");

/** The characters of formulas. Those that no lesson sets, a lecture's perhaps, are a font apart. */
export class MathCharacters {
  readonly #ofLessons = new Set<string>(mathAlways);
  readonly #ofOthers = new Set<string>();

  /** What one page sets. */
  add(characters: Iterable<string>, isLesson: boolean): void {
    for (const one of characters) (isLesson ? this.#ofLessons : this.#ofOthers).add(one);
  }

  get ofLessons(): string {
    return drawn(this.#ofLessons);
  }

  get rest(): string {
    const known = new Set(this.ofLessons);
    return [...drawn(this.#ofOthers)].filter((one) => !known.has(one)).join("");
  }
}

function fontFiles(math: MathCharacters): FontFile[] {
  return [
    {
      name: "text.woff2",
      source: "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
      characters: textCharacters,
      axes: { wght: { min: 400, max: 650 } },
    },
    {
      name: "text-italic.woff2",
      source: "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
      characters: textCharacters,
      axes: { wght: 400 },
    },
    {
      name: "math.woff2",
      source: "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2",
      characters: math.ofLessons,
    },
    {
      name: "math-rest.woff2",
      source: "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2",
      characters: math.rest,
    },
  ];
}

const restList = (root: string) => join(root, "build/fonts/math-rest.txt");

/** The characters of formulas that no lesson sets. */
export const restCharacters = (root: string): string => readFileSync(restList(root), "utf8");

/** Has browsers fetch the font of the rest for what has one of them. */
function restFace(characters: string): string {
  if (characters === "") return "";
  const range = [...characters].map((one) => `U+${one.codePointAt(0)?.toString(16)}`);
  return `@font-face {
  font-family: "Fall Line Math";
  src: url("./math-rest.woff2") format("woff2");
  font-display: swap;
  unicode-range: ${range.join(", ")};
}
`;
}

/**
 * Cuts the site's fonts down to the characters it uses, into build/fonts/. A font whose source
 * and characters have not changed is left alone.
 */
export async function writeFonts(root: string, math: MathCharacters): Promise<void> {
  const folder = join(root, "build/fonts");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "math-rest.css"), restFace(math.rest));
  writeFileSync(restList(root), math.rest);
  for (const { name, source, characters, axes } of fontFiles(math)) {
    const bytes = readFileSync(join(root, "node_modules", source));
    const stamp = createHash("sha256")
      .update(bytes)
      .update(JSON.stringify([characters, axes]))
      .digest("hex");
    const file = join(folder, name);
    const stampFile = `${file}.stamp`;
    const fresh =
      existsSync(file) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
    if (fresh) continue;
    const subset = await subsetFont(bytes, characters, {
      targetFormat: "woff2",
      ...(axes && { variationAxes: axes }),
    });
    writeFileSync(file, subset);
    writeFileSync(stampFile, stamp);
  }
}
