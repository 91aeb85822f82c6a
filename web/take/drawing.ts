import { copyPlain } from "./plain-svg.js";
import { SvgInk } from "./svg-ink.js";
import { colourReader, setPaint, svgElement, svgNamespace } from "./svg-parts.js";
import type { Layer, LegendItem, Picture } from "./takeable.js";

const margin = 12;
const fontSize = 13;
const lineHeight = 22;
const swatchSize = { width: 34, height: 14 };

/** A picture as an SVG document of its own. */
export interface Drawing {
  root: Element;
  width: number;
  height: number;
  /** The canvases behind its images. */
  bitmaps: Map<Element, HTMLCanvasElement>;
}

/** Where each item of a legend goes, in lines of the width there is. */
function placeLegend(legend: LegendItem[], font: string, width: number) {
  const context = document.createElement("canvas").getContext("2d");
  if (context) context.font = `${fontSize}px ${font}`;
  let [x, line] = [0, 0];
  const items = legend.map((item) => {
    const indent = item.swatch ? swatchSize.width + 7 : 0;
    const length = indent + (context?.measureText(item.label).width ?? 8 * item.label.length);
    if (x > 0 && x + length > width) [x, line] = [0, line + 1];
    const place = { item, x, y: line * lineHeight, indent };
    x += length + 22;
    return place;
  });
  return { items, height: legend.length > 0 ? (line + 1) * lineHeight + 6 : 0 };
}

function drawLayer(drawing: Drawing, frame: Element, layer: Layer, picture: Picture): void {
  const { width, height } = picture;
  if (layer instanceof HTMLCanvasElement) {
    const image = svgElement(frame, "image", { width, height });
    image.setAttribute("href", layer.toDataURL("image/png"));
    drawing.bitmaps.set(image, layer);
  } else if (layer instanceof SVGSVGElement) {
    copyPlain(layer, frame);
  } else {
    const colours = colourReader();
    layer(new SvgInk(frame, colours.read));
    colours.done();
  }
}

/** Draws a picture, with a legend below it, in the colours the page has now. */
export function drawPicture(picture: Picture): Drawing {
  const page = getComputedStyle(document.documentElement);
  const font = getComputedStyle(document.body).getPropertyValue("--ui").trim();
  const legend = placeLegend(picture.legend, font, picture.width);
  const width = picture.width + 2 * margin;
  const height = picture.height + 2 * margin + legend.height;
  // a document that no window shows: nothing in it is loaded, and nothing runs
  const { documentElement: root } = document.implementation.createDocument(svgNamespace, "svg");
  const drawing: Drawing = { root, width, height, bitmaps: new Map() };
  const attributes = { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" };
  for (const [key, value] of Object.entries(attributes)) root.setAttribute(key, String(value));
  svgElement(root, "title").textContent = picture.title;
  svgElement(root, "desc").textContent = picture.description;
  setPaint(svgElement(root, "rect", { width, height }), "fill", page.backgroundColor);

  for (const layer of picture.layers) {
    const frame = svgElement(root, "svg", {
      x: margin,
      y: margin,
      width: picture.width,
      height: picture.height,
    });
    const cut = !(layer instanceof SVGSVGElement) || hides(layer);
    frame.setAttribute("overflow", cut ? "hidden" : "visible");
    drawLayer(drawing, frame, layer, picture);
  }

  const below = margin + picture.height + 12;
  for (const { item, x, y, indent } of legend.items) {
    const place = svgElement(root, "g", { transform: `translate(${margin + x},${below + y})` });
    if (item.swatch) copyPlain(item.swatch, place);
    const text = svgElement(place, "text", { x: indent, y: swatchSize.height / 2, dy: "0.35em" });
    setPaint(text, "fill", page.color);
    text.setAttribute("font-family", font);
    text.setAttribute("font-size", String(fontSize));
    text.textContent = item.label;
  }
  return drawing;
}

function hides(layer: SVGSVGElement): boolean {
  return getComputedStyle(layer).overflowX !== "visible";
}

/** The drawing as the text of a file. */
export function svgText({ root }: Drawing): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}
