import { load } from "cheerio";
import { engineScriptId } from "./engine-script-id.js";
import { detachFromSite } from "./other-pages.js";
import { singlePolicy } from "./single-policy.js";

/** What the build of a lesson's page has made. */
export interface BuiltPage {
  slug: string;
  html: string;
  /** The page's module, which has every other module in it. */
  script: string;
  /** The script of its engine's worker, with the engine in it. */
  engine: string;
  style: string;
  /** Files that the page names, by their paths from the site's root. */
  files: ReadonlyMap<string, string | Uint8Array>;
  licences: string;
}

const types: Record<string, string> = {
  json: "application/json",
  svg: "image/svg+xml",
  txt: "text/plain;charset=utf-8",
};

function dataAddress(path: string, content: string | Uint8Array): string {
  const type = types[path.replace(/^.*\./, "")] ?? "application/octet-stream";
  return `data:${type};base64,${Buffer.from(content).toString("base64")}`;
}

/** Text of a script that does not end its element early, nor opens a comment in it. */
const insideScript = (text: string) => text.replaceAll(/<(?=\/script|!--|script)/gi, "\\x3C");

/** The page as one file, with everything in it that it needs; `site` is where the course is. */
export function oneFile(page: BuiltPage, site: string | undefined): string {
  const $ = load(page.html);
  const fileAt = (address: string) => {
    const path = new URL(address, `http://site/${page.slug}/`).pathname.slice(1);
    const content = page.files.get(path);
    if (content === undefined) throw new Error(`${page.slug}: there is no file ${path} to put in`);
    return { path, content };
  };

  $("link[rel=stylesheet], link[rel=modulepreload], link[rel=preload]").remove();
  $('meta[http-equiv="Content-Security-Policy"]').remove();
  for (const one of $("script[src]").toArray()) {
    const isModule = $(one).attr("type") === "module";
    const text = isModule ? page.script : String(fileAt($(one).attr("src") ?? "").content);
    $(one).removeAttr("src").removeAttr("crossorigin").text(insideScript(text));
  }
  $("head").append($("<style></style>").text(page.style));
  for (const [selector, attribute] of [
    ["img[src], fl-code[src]", "src"],
    ["link[rel=icon], fl-code a[href]", "href"],
  ] as const) {
    for (const one of $(selector).toArray()) {
      const { path, content } = fileAt($(one).attr(attribute) ?? "");
      $(one).attr(attribute, dataAddress(path, content));
    }
  }
  $("html").attr("data-single", "");
  detachFromSite($, page.slug, site);
  $("body").append(
    $(`<script type="text/plain" id="${engineScriptId}"></script>`).text(insideScript(page.engine)),
    $('<script type="text/markdown" id="licences"></script>').text(page.licences),
  );

  const texts = (selector: string) =>
    $(selector)
      .toArray()
      .map((one) => $(one).text());
  const running = "script:not([type]), script[type=module]";
  const policy = singlePolicy(texts(running), texts("style"));
  $("meta[charset]").after(
    $('<meta http-equiv="Content-Security-Policy">').attr("content", policy),
  );
  return $.html();
}
