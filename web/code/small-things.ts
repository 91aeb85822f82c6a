import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bare, itemsOf, namespaceBody } from "./cpp-items.js";

/** Some declarations of a header. */
export interface HeaderPart {
  file: string;
  text: string;
}

/** The enums, plain structs and small functions of a source's headers that `text` speaks of. */
export function smallThings(text: string, root: string, source: string): HeaderPart[] {
  const offered = headersOf(root, source).map((file) => ({
    file,
    items: itemsOf(namespaceBody(readFileSync(join(root, file), "utf8")), 0).flatMap((item) => {
      const name = smallName(bare(item));
      return name === undefined ? [] : [{ item, name }];
    }),
  }));
  const taken = new Set<string>();
  let spoken = code(text);
  for (let before = -1; before !== taken.size; ) {
    before = taken.size;
    for (const { item, name } of offered.flatMap(({ items }) => items)) {
      if (taken.has(item) || !new RegExp(`\\b${name}\\b`).test(spoken)) continue;
      taken.add(item);
      spoken += code(item);
    }
  }
  return offered.flatMap(({ file, items }) => {
    const used = items.filter(({ item }) => taken.has(item)).map(({ item }) => item);
    return used.length > 0 ? [{ file, text: used.join("") }] : [];
  });
}

/** Without comments: what they mention is not used. */
function code(text: string): string {
  return text.replace(/\/\/.*/g, "");
}

/** The name of what is short and needs nothing but itself to be read. */
function smallName(item: string): string | undefined {
  const type = /^(?:enum class|struct) (\w+)/.exec(item)?.[1];
  const called = /^constexpr [\w:]+ (\w+)\(/.exec(item)?.[1];
  return type ?? (called?.endsWith("_declaration") ? undefined : called);
}

/** The headers of core/optimizers/ that a source includes, and those that they include. */
function headersOf(root: string, source: string): string[] {
  const found = new Set<string>();
  const visit = (text: string) => {
    for (const [, file = ""] of text.matchAll(/^#include "(core\/optimizers\/\w+\.hpp)"$/gm)) {
      // what every method is, is not said again with each
      if (found.has(file) || file.endsWith("/method.hpp")) continue;
      found.add(file);
      visit(readFileSync(join(root, file), "utf8"));
    }
  };
  visit(source);
  return [...found];
}
