import { setPaint, svgElement } from "./svg-parts.js";

/** Attributes that say where and what something is. */
const geometry = "d x y x1 y1 x2 y2 cx cy r rx ry width height points dx dy transform".split(" ");

/** Styles with what an element has where nothing is said. */
const lineStyles = {
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-linejoin": "miter",
  "stroke-linecap": "butt",
  "stroke-miterlimit": "4",
};
const textStyles = {
  "font-family": "",
  "font-size": "",
  "font-weight": "400",
  "font-style": "normal",
  "text-anchor": "start",
};
const shapeStyles = { "fill-rule": "nonzero", "paint-order": "normal" };

const drawn = new Set("path line circle ellipse rect polyline polygon text".split(" "));

function isSeen(style: CSSStyleDeclaration): boolean {
  return style.display !== "none" && style.visibility === "visible" && style.opacity !== "0";
}

function copyStyles(to: Element, style: CSSStyleDeclaration, styles: Record<string, string>): void {
  for (const [property, usual] of Object.entries(styles)) {
    const value = style.getPropertyValue(property);
    // a length in an attribute is in the drawing’s own units
    if (value !== usual) to.setAttribute(property, value.replace(/(\d)px/g, "$1"));
  }
}

function paint(to: Element, style: CSSStyleDeclaration): void {
  setPaint(to, "fill", style.fill, Number(style.fillOpacity));
  if (style.stroke === "none") return;
  setPaint(to, "stroke", style.stroke, Number(style.strokeOpacity));
  copyStyles(to, style, lineStyles);
}

/** Whether a shape leaves no trace, e.g. one that is there for the finger alone. */
function isInvisible(style: CSSStyleDeclaration): boolean {
  const none = (value: string) => value === "none" || value === "rgba(0, 0, 0, 0)";
  return none(style.fill) && none(style.stroke);
}

/**
 * Copies the drawing in `from`, which stands in the page, into an SVG document: its shapes and
 * texts with the styles they have now, as attributes, and nothing that is for the page alone.
 */
export function copyPlain(from: Element, into: Element): void {
  for (const child of from.children) {
    const style = getComputedStyle(child);
    const isGroup = child.localName === "g";
    if (!isSeen(style) || !(isGroup || drawn.has(child.localName))) continue;
    if (!isGroup && isInvisible(style)) continue;
    const copy = svgElement(into, child.localName);
    for (const name of geometry) {
      const value = child.getAttribute(name);
      if (value !== null) copy.setAttribute(name, value);
    }
    if (style.opacity !== "1") copy.setAttribute("opacity", style.opacity);
    if (!isGroup) {
      paint(copy, style);
      copyStyles(copy, style, shapeStyles);
    }
    if (child.localName === "text") copyStyles(copy, style, textStyles);
    if (child.localName === "text" && child.childElementCount === 0) {
      copy.textContent = child.textContent?.trim().replace(/\s+/g, " ") ?? "";
    } else copyPlain(child, copy);
  }
}
