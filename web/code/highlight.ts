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
  const lines = highlighter.codeToTokensBase(text.trimEnd(), { lang: language, theme: "classes" });
  return lines.map((line) =>
    joined(
      line.flatMap(({ content, color, offset }) => {
        const kind = /--token-([\w-]+)/.exec(color ?? "")?.[1] ?? "";
        const isWord = kind !== "comment" && !kind.startsWith("string");
        return pieces(content, offset, places).map(({ piece, setting }) =>
          token(piece, kind, isWord ? symbols.get(piece) : undefined, setting),
        );
      }),
    ),
  );
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

/** A token's text cut into names, settings and what is between them. */
function pieces(content: string, offset: number, places: SettingPlace[]) {
  const found: { piece: string; setting: string | undefined }[] = [];
  const end = offset + content.length;
  let at = offset;
  const take = (to: number, setting?: string) => {
    if (setting !== undefined)
      found.push({ piece: content.slice(at - offset, to - offset), setting });
    else {
      const parts = content.slice(at - offset, to - offset).split(/([A-Za-z_]\w*)/);
      found.push(...parts.filter(Boolean).map((piece) => ({ piece, setting })));
    }
    at = to;
  };
  for (const place of places) {
    if (place.offset < at || place.offset + place.length > end) continue;
    take(place.offset);
    take(place.offset + place.length, place.name);
  }
  take(end);
  return found;
}

function token(text: string, kind: string, symbol?: string, setting?: string): CodeToken {
  if (setting !== undefined) return [text, kind, symbol ?? "", setting];
  if (symbol !== undefined) return [text, kind, symbol];
  return kind === "" ? text : [text, kind];
}
