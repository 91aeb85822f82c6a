export const svgNamespace = "http://www.w3.org/2000/svg";

/** Adds an element to one of an SVG document. */
export function svgElement(
  into: Element,
  name: string,
  attributes: Record<string, string | number> = {},
): Element {
  const element = into.ownerDocument.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  into.append(element);
  return element;
}

const translucent = /^rgba\((.*), ([\d.]+)\)$/;

/** Sets a fill or a stroke; opacity stands apart from it, since not every program knows rgba(). */
export function setPaint(
  element: Element,
  property: "fill" | "stroke",
  colour: string,
  opacity = 1,
): void {
  const [, solid, alpha = "1"] = translucent.exec(colour) ?? [];
  element.setAttribute(property, solid === undefined ? colour : `rgb(${solid})`);
  const share = Number((opacity * Number(alpha)).toFixed(4));
  if (share !== 1) element.setAttribute(`${property}-opacity`, String(share));
}

/** Turns any colour that a style sheet may state into rgb() or rgba(), by the page’s own style. */
export function colourReader(): { read(value: string): string; done(): void } {
  const probe = document.createElement("span");
  probe.hidden = true;
  document.body.append(probe);
  const known = new Map<string, string>();
  return {
    read(value) {
      let colour = known.get(value);
      if (colour === undefined) {
        probe.style.color = value;
        colour = getComputedStyle(probe).color;
        known.set(value, colour);
      }
      return colour;
    },
    done: () => probe.remove(),
  };
}
