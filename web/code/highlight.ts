import { createCssVariablesTheme, createHighlighterCore } from "shiki/core";
import { createOnigurumaEngine } from "shiki/engine/oniguruma";
import cpp from "shiki/langs/cpp.mjs";
import python from "shiki/langs/python.mjs";
import type { CodeToken } from "./code-asset.js";
import type { SymbolNames } from "./kernel-symbols.js";
import { type SettingPlace, withSettings } from "./setting-mark.js";

/** Colours come as names of CSS variables; of these the page makes classes. */
const theme = createCssVariablesTheme({ name: "classes", variablePrefix: "--", fontStyle: false });
const highlighter = await createHighlighterCore({
  themes: [theme],
  langs: [cpp, python],
  engine: createOnigurumaEngine(import("shiki/wasm")),
});

export type ProgramLanguage = "cpp" | "python";

/** A program to be shown; its text has marks where settings stand. */
export interface ProgramText {
  text: string;
  language: ProgramLanguage;
  symbols: SymbolNames;
  /** What stands at the marks until the page puts the reader's settings there. */
  settings: Record<string, string>;
}

/** The lines of a program in tokens that say how they look, which symbol and which setting they are. */
export function highlighted({
  text: marked,
  language,
  symbols,
  settings,
}: ProgramText): CodeToken[][] {
  const { text, places } = withSettings(marked, settings);
  const lines = highlighter.codeToTokensBase(text.trimEnd(), {
    lang: language,
    theme: "classes",
    tokenizeTimeLimit: 0, // none: or a busy machine would get other tokens, and so another file
  });
  return lines.map((line) =>
    joined(
      line.flatMap(({ content, color, offset }) => {
        const kind = kindOf(content, color);
        const isCode = kind === "" || kind === "keyword";
        return pieces(content, offset, places).map((piece): CodeToken => {
          if (typeof piece !== "string") return [settings[piece.name] ?? "", "", "", piece.name];
          const symbol = isCode ? symbols.get(piece) : undefined;
          if (symbol !== undefined) return [piece, "", symbol];
          return kind === "" ? piece : [piece, kind];
        });
      }),
    ),
  );
}

const kinds = ["comment", "keyword", "string", "string-expression"];

/** What the page has a colour for; operators are none of it, though the grammars say keyword. */
function kindOf(content: string, color: string | undefined): string {
  const kind = /--token-([\w-]+)/.exec(color ?? "")?.[1] ?? "";
  return kinds.includes(kind) && !(kind === "keyword" && !/\w/.test(content)) ? kind : "";
}

/** Neighbours that look alike and say nothing of their own, as one. */
function joined(tokens: CodeToken[]): CodeToken[] {
  const found: CodeToken[] = [];
  for (const token of tokens) {
    const before = found.at(-1);
    if (typeof token === "string" && typeof before === "string") {
      found[found.length - 1] = before + token;
    } else if (
      typeof token !== "string" &&
      Array.isArray(before) &&
      token.length === 2 &&
      before.length === 2 &&
      token[1] === before[1]
    ) {
      found[found.length - 1] = [before[0] + token[0], token[1]];
    } else found.push(token);
  }
  return found;
}

/**
 * A piece of the program from `offset` on, cut into names and what is between them; a setting that
 * begins in it stands there as a whole, even where the grammar has taken it apart.
 */
function pieces(
  content: string,
  offset: number,
  places: SettingPlace[],
): (string | SettingPlace)[] {
  const found: (string | SettingPlace)[] = [];
  const words = (from: number, to: number) => {
    const part = content.slice(Math.max(0, from - offset), Math.max(0, to - offset));
    found.push(...part.split(/([A-Za-z_]\w*)/).filter(Boolean));
  };
  let at = offset;
  for (const place of places) {
    const end = place.offset + place.length;
    if (end <= offset || place.offset >= offset + content.length) continue;
    words(at, place.offset);
    if (place.offset >= offset) found.push(place);
    at = end;
  }
  words(at, offset + content.length);
  return found;
}
