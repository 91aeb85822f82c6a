import { type CheerioAPI, load } from "cheerio";

/** A heading of a page and what stands under it, up to the next. */
export interface PageSection {
  /** Folder of its page; empty for the home page. */
  slug: string;
  /** Title of its page. */
  page: string;
  /** Whether the page is a lesson. */
  ofLesson: boolean;
  /** Id of the heading; empty for the top of the page. */
  id: string;
  /** HTML, formulas as MathML. */
  heading: string;
  /** Plain text, the heading left out. */
  text: string;
  /** How often each symbol is set in it. */
  symbols: Map<string, number>;
}

/** Where what is written is no text to search: data, numbers to come, questions that are drawn. */
const untold = "script, style, template, pre, .before-script.controls, .before-script .side";

type Content = ReturnType<ReturnType<CheerioAPI>["contents"]>[number];

/** What an element says, block by block, formulas without the spaces of their markup. */
function plainText(html: string): string {
  return load(html, null, false).root().text().replace(/\s+/g, " ").trim();
}

/** The sections of a rendered page, its top first. */
export function pageSections(html: string, slug: string): PageSection[] {
  const $ = load(html);
  const main = $("main");
  main.find(untold).remove();
  main.find("[data-failed], fl-prepared, fl-notice, figcaption .visually-hidden").remove();
  const ofLesson = $("html").attr("data-lesson") !== undefined;
  const title = main.find("h1").first();
  const page = title.text().replace(/\s+/g, " ").trim();
  const section = (id: string, heading: string): PageSection => ({
    slug,
    page,
    ofLesson,
    id,
    heading,
    text: "",
    symbols: new Map(),
  });
  const top = section("", title.html()?.trim() ?? page);
  const sections = [top];
  let now = top;
  const parts: string[] = [];
  const close = () => {
    now.text = plainText(parts.splice(0).join(" "));
  };
  const count = (node: Content) => {
    for (const one of $(node).find("[data-symbol]").addBack("[data-symbol]").toArray()) {
      const symbol = $(one).attr("data-symbol") ?? "";
      now.symbols.set(symbol, (now.symbols.get(symbol) ?? 0) + 1);
    }
  };
  const visit = (node: Content): void => {
    if (node.type === "text") parts.push($.html(node));
    if (node.type !== "tag") return;
    if (/^h[2-4]$/.test(node.name) && node.attribs.id) {
      close();
      now = section(node.attribs.id, $(node).html()?.trim() ?? "");
      sections.push(now);
      count(node);
    } else if ($(node).find("h2[id], h3[id], h4[id]").length > 0) {
      for (const child of $(node).contents().toArray()) visit(child);
    } else if (node.name !== "h1") {
      // the words of neighbouring elements do not run together
      $(node).find("p, li, dt, dd, td, th, option, button, h2, h3, h4").before(" ");
      parts.push($.html(node));
      count(node);
    }
  };
  for (const node of main.contents().toArray()) visit(node);
  close();
  return sections;
}
