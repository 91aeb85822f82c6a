import type { SurfaceColours } from "./picture.js";
import type { Colour } from "./shape.js";

/** Red, green and blue of `rgb(…)` or `rgba(…)`. */
export function channels(css: string): Colour {
  const [red = 0, green = 0, blue = 0] = css.match(/[\d.]+/g)?.map(Number) ?? [];
  return [red / 255, green / 255, blue / 255];
}

/** The style sheet's colours as they are until the theme changes. */
export class ThemeColours {
  readonly #host: Element;
  readonly #known = new Map<string, string>();
  readonly surface: SurfaceColours;

  constructor(host: Element) {
    this.#host = host;
    this.surface = {
      low: channels(this.css("--field-low")),
      high: channels(this.css("--field-high")),
      line: channels(this.css("--surface-line")),
      box: channels(this.css("--muted")),
    };
  }

  /** What a property stands for at the host, as the browser writes it. */
  css(property: string): string {
    const known = this.#known.get(property);
    if (known !== undefined) return known;
    // read from an element: the property's own text may still choose between light and dark
    const probe = document.createElement("span");
    probe.style.color = `var(${property})`;
    this.#host.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    this.#known.set(property, color);
    return color;
  }
}
