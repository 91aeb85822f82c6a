import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { words } from "../words/en.js";
import type { DerivationLine } from "./derivation-lines.js";

/** What a reader may point at: a formula line, or a sentence. */
export interface SlipLine {
  key: string;
  /** What it is, for who does not see it. */
  spoken: string;
  view: unknown;
}

/** Sentences as printed, in an `<ol class="claims">`; who slipped has `data-slip`. */
export class SlipClaims {
  readonly lines: SlipLine[];
  readonly wrong: ReadonlySet<string>;

  constructor(items: readonly HTMLElement[]) {
    this.lines = items.map((item, i) => ({
      key: `claim-${i + 1}`,
      spoken: words.slip.line(i + 1, item.textContent?.trim() ?? ""),
      view: unsafeHTML(`<p>${item.innerHTML}</p>`),
    }));
    this.wrong = new Set(
      items.flatMap((item, i) => ("slip" in item.dataset ? [`claim-${i + 1}`] : [])),
    );
    if (items.length > 0 && this.wrong.size === 0) {
      throw new Error("claims: got none with data-slip; allowed: one or more that are wrong");
    }
  }
}

/** A formula line as what a reader may point at. */
export function formulaLine(line: DerivationLine, i: number): SlipLine {
  return {
    key: line.key,
    spoken: words.slip.line(i + 1, line.left.meaning),
    view: unsafeHTML(line.mathml),
  };
}
