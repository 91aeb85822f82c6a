/**
 * The declarations of a piece of C++ that clang-format has laid out: each begins at `indent`
 * spaces, goes on further in, and has its comments and its `template <…>` before it. Empty lines
 * belong to what they follow.
 */
export function itemsOf(text: string, indent: number): string[] {
  const items: string[] = [];
  let awaited = false; // comments, or a template's head, whose declaration is still to come
  for (const line of text.replace(/^\n+/, "").split(/(?<=\n)/)) {
    const depth = line.search(/\S/);
    const begins = depth >= 0 && depth <= indent && !/^\s*\}/.test(line);
    if (begins && !awaited) items.push("");
    if (begins) awaited = /^\s*(\/\/|template <)/.test(line);
    items.push((items.pop() ?? "") + line);
  }
  return items;
}

/** What stands between the braces of the project's namespace. */
export function namespaceBody(source: string): string {
  const found = /^namespace fall_line \{\n([\s\S]*?)^\} {2}\/\/ namespace fall_line$/m.exec(source);
  if (found?.[1] === undefined) throw new Error("no namespace fall_line in a source of the core");
  return found[1];
}

/** The declaration without the comment and the template's head before it. */
export function bare(item: string): string {
  return item.replace(/^(\s*(\/\/.*|template <.*>)\n)+/, "");
}
