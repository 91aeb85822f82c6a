import type { CheerioAPI } from "cheerio";

/** Parts of the text or the page, not figures one would link to. */
const nameless = new Set(["fl-value", "fl-notice"]);

/**
 * Gives every figure of the page an id that links, embeddings and prepared pages can rely on: its
 * own, or one made of its scene and its element, e.g. `race-descent`. Throws where two share one,
 * and where a derivation is named like a scene: `regimes.lines` would be asked of both.
 */
export function nameFigures($: CheerioAPI, page: string): void {
  const ids = new Set<string>();
  for (const { attribs } of $("[id]").toArray()) {
    const id = attribs.id ?? "";
    if (ids.has(id)) throw new Error(`${page}: two elements have the id "${id}"`);
    ids.add(id);
  }
  const scenes = new Set(
    $("[scene]")
      .toArray()
      .map(({ attribs }) => attribs.scene ?? ""),
  );
  for (const { attribs } of $("fl-derivation[id]").toArray()) {
    const id = attribs.id ?? "";
    if (scenes.has(id)) throw new Error(`${page}: a derivation and a scene are named "${id}"`);
  }
  // a figure without a scene has its own, by the name of its id
  const taken = new Set([...ids, ...scenes]);
  for (const element of $("main *").toArray()) {
    if (!element.name.startsWith("fl-") || nameless.has(element.name) || element.attribs.id) {
      continue;
    }
    const kind = element.name.slice("fl-".length);
    const base = element.attribs.scene ? `${element.attribs.scene}-${kind}` : kind;
    let id = base;
    for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
    taken.add(id);
    $(element).attr("id", id);
  }
}
