import { type CheerioAPI, load } from "cheerio";

/** A node of a parsed page. */
export type MarkupNode = ReturnType<ReturnType<CheerioAPI>["contents"]>[number];
export type MarkupElement = Extract<MarkupNode, { attribs: unknown }>;

/** Parsed HTML that knows where its parts stand. */
export interface Markup {
  $: CheerioAPI;
  file: string;
  /** The line of a node, or of one of its attributes. */
  lineOf(node: MarkupNode, attribute?: string): number | undefined;
}

/** A whole page. */
export function readMarkup(file: string, html: string): Markup {
  return {
    $: load(html, { sourceCodeLocationInfo: true }),
    file,
    lineOf(node, attribute = "") {
      const place = node.sourceCodeLocation;
      const attributes = (place && "attrs" in place && place.attrs) || {};
      const own = (attributes as Record<string, { startLine: number }>)[attribute];
      return own?.startLine ?? place?.startLine;
    },
  };
}

/** HTML that stands in one line of another file, as in a question. */
export function readFragment(file: string, line: number | undefined, html: string): Markup {
  return { $: load(html, {}, false), file, lineOf: () => line };
}

export function isElement(node: MarkupNode): node is MarkupElement {
  return node.type === "tag" || node.type === "script" || node.type === "style";
}
