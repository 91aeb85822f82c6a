import type { Drawing } from "./drawing.js";

/** Pixels of the bitmap to a CSS pixel. */
const scale = 2;

type Context = CanvasRenderingContext2D;

function number(element: Element, name: string, usual = 0): number {
  return Number(element.getAttribute(name) ?? usual);
}

/** A length that may be in em. */
function offset(element: Element, name: string): number {
  const text = element.getAttribute(name) ?? "0";
  return Number.parseFloat(text) * (text.endsWith("em") ? number(element, "font-size") : 1);
}

/** The outline of a shape; the browser itself reads the data of a path. */
function outline(shape: Element): Path2D {
  const n = (name: string) => number(shape, name);
  const path = new Path2D(shape.localName === "path" ? (shape.getAttribute("d") ?? "") : undefined);
  switch (shape.localName) {
    case "line":
      path.moveTo(n("x1"), n("y1"));
      path.lineTo(n("x2"), n("y2"));
      break;
    case "circle":
      path.arc(n("cx"), n("cy"), n("r"), 0, 2 * Math.PI);
      break;
    case "ellipse":
      path.ellipse(n("cx"), n("cy"), n("rx"), n("ry"), 0, 0, 2 * Math.PI);
      break;
    case "rect":
      path.roundRect(n("x"), n("y"), n("width"), n("height"), n("rx"));
      break;
    case "polyline":
    case "polygon":
      return new Path2D(
        `M${shape.getAttribute("points")}${shape.localName === "polygon" ? "z" : ""}`,
      );
  }
  return path;
}

interface Strokes {
  fill(): void;
  stroke(): void;
}

/** Sets what a shape or a text is drawn with, and has it drawn in its order. */
function applyPaint(context: Context, element: Element, opacity: number, draw: Strokes): void {
  const get = (name: string) => element.getAttribute(name);
  const fill = () => {
    if (get("fill") === "none") return;
    context.fillStyle = get("fill") ?? "#000";
    context.globalAlpha = opacity * number(element, "fill-opacity", 1);
    draw.fill();
  };
  const stroke = () => {
    if (!get("stroke")) return;
    context.strokeStyle = get("stroke") ?? "";
    context.globalAlpha = opacity * number(element, "stroke-opacity", 1);
    context.lineWidth = number(element, "stroke-width", 1);
    context.lineJoin = (get("stroke-linejoin") ?? "miter") as CanvasLineJoin;
    context.lineCap = (get("stroke-linecap") ?? "butt") as CanvasLineCap;
    context.setLineDash(
      (get("stroke-dasharray") ?? "")
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(Number),
    );
    draw.stroke();
  };
  const strokeFirst = get("paint-order")?.startsWith("stroke");
  for (const step of strokeFirst ? [stroke, fill] : [fill, stroke]) step();
}

function paintText(context: Context, text: Element, opacity: number): void {
  const get = (name: string) => text.getAttribute(name) ?? "";
  const x = number(text, "x") + offset(text, "dx");
  const y = number(text, "y") + offset(text, "dy");
  const words = text.textContent ?? "";
  context.font = `${get("font-style")} ${get("font-weight")} ${get("font-size")}px ${get("font-family")}`;
  const anchors: Record<string, CanvasTextAlign> = { middle: "center", end: "right" };
  context.textAlign = anchors[get("text-anchor")] ?? "left";
  applyPaint(context, text, opacity, {
    fill: () => context.fillText(words, x, y),
    stroke: () => context.strokeText(words, x, y),
  });
}

function paintShape(context: Context, shape: Element, opacity: number): void {
  const path = outline(shape);
  const rule = (shape.getAttribute("fill-rule") ?? "nonzero") as CanvasFillRule;
  applyPaint(context, shape, opacity, {
    fill: () => context.fill(path, rule),
    stroke: () => context.stroke(path),
  });
}

function enterFrame(context: Context, frame: Element): void {
  context.translate(number(frame, "x"), number(frame, "y"));
  if (frame.getAttribute("overflow") !== "hidden") return;
  const inside = new Path2D();
  inside.rect(0, 0, number(frame, "width"), number(frame, "height"));
  context.clip(inside);
}

function paintInto(context: Context, element: Element, above: number, drawing: Drawing): void {
  if (element.localName === "title" || element.localName === "desc") return;
  const opacity = above * number(element, "opacity", 1);
  context.save();
  const matrix = (element as SVGGraphicsElement).transform?.baseVal.consolidate()?.matrix;
  if (matrix) context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
  const bitmap = drawing.bitmaps.get(element);
  if (bitmap) {
    context.globalAlpha = opacity;
    context.drawImage(bitmap, 0, 0, number(element, "width"), number(element, "height"));
  } else if (element.localName === "text") paintText(context, element, opacity);
  else if (element.localName === "svg" || element.localName === "g") {
    if (element.localName === "svg") enterFrame(context, element);
    for (const child of element.children) paintInto(context, child, opacity, drawing);
  } else paintShape(context, element, opacity);
  context.restore();
}

/**
 * Paints a drawing. The page’s policy does not let an image be made of an SVG file, so this reads
 * the few kinds of elements that drawPicture writes, and nothing else of SVG.
 */
export async function paintDrawing(drawing: Drawing): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(drawing.width * scale);
  canvas.height = Math.round(drawing.height * scale);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas to draw on");
  context.scale(scale, scale);
  paintInto(context, drawing.root, 1, drawing);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("too large"))), "image/png");
  });
}
