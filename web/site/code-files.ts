import { createHash } from "node:crypto";
import type { CheerioAPI } from "cheerio";
import type { Catalog } from "../../wasm/engine/engine.js";
import { codeWords } from "../words/code.js";
import { escapedHtml } from "./escaped-html.js";

/** Where a method's code is to be fetched, from the site's root. */
export interface CodeAddress {
  /** All of it, for fl-code. */
  data: string;
  /** The programs one below the other, for a reader without scripts. */
  text: string;
}

/** The files that code views fetch when they come into sight: one of data and one of text a method. */
export class CodeFiles {
  /** Contents by address, of every method that was asked for. */
  readonly written = new Map<string, string>();
  readonly #root: string;
  readonly #catalog: Catalog;
  readonly #known = new Map<string, Promise<CodeAddress>>();

  constructor(root: string, catalog: Catalog) {
    this.#root = root;
    this.#catalog = catalog;
  }

  /** Throws where there is no such method. */
  of(name: string): Promise<CodeAddress> {
    const known = this.#known.get(name) ?? this.#write(name);
    this.#known.set(name, known);
    return known;
  }

  async #write(name: string): Promise<CodeAddress> {
    const { methods, stepQuantities } = this.#catalog;
    const method = methods.find((one) => one.name === name);
    if (!method) {
      const allowed = methods.map((one) => one.name).join(", ");
      throw new Error(`fl-code, method: got "${name}"; allowed: ${allowed}`);
    }
    // only a page with code needs what highlights it
    const { MethodCode } = await import("../code/method-code.js");
    const code = new MethodCode(this.#root, method, stepQuantities);
    // a text without a word on its encoding is read rightly if it begins with this mark
    const text = `\ufeff${code.plainText().join("\n\n")}`;
    return {
      data: this.#file(name, "json", JSON.stringify(code.asset())),
      text: this.#file(name, "txt", text),
    };
  }

  /** The address holds a digest: a changed file has another, and none is ever stale. */
  #file(name: string, ending: string, content: string): string {
    const digest = createHash("sha256").update(content).digest("base64url").slice(0, 8);
    const address = `code/${name}-${digest}.${ending}`;
    this.written.set(address, content);
    return address;
  }
}

/** Tells every fl-code where its code is; until it is fetched, a link leads there. */
export async function expandCode($: CheerioAPI, files: CodeFiles, base: string): Promise<void> {
  for (const element of $("fl-code").toArray()) {
    const { data, text } = await files.of(element.attribs.method ?? "");
    $(element)
      .attr("src", base + data)
      .html(
        `<p class="before-script"><a href="${base}${text}">${escapedHtml(codeWords.plainText)}</a></p>`,
      );
  }
}
