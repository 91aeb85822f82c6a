import { type Path, pathRound } from "d3-path";
import type { Ink } from "../plots/ink.js";
import { setPaint, svgElement } from "./svg-parts.js";

/** Ink that writes what is drawn into an SVG element, a path for every fill and stroke. */
export class SvgInk implements Ink {
  fillStyle: Ink["fillStyle"] = "#000";
  strokeStyle: Ink["strokeStyle"] = "#000";
  lineWidth = 1;
  lineJoin: CanvasLineJoin = "miter";
  lineCap: CanvasLineCap = "butt";
  globalAlpha = 1;
  #dash: number[] = [];
  #path: Path = pathRound(2);
  readonly #into: Element;
  readonly #colour: (value: string) => string;

  /** `colour` turns any colour a style sheet may state into one that an SVG file may. */
  constructor(into: Element, colour: (value: string) => string) {
    this.#into = into;
    this.#colour = colour;
  }

  beginPath(): void {
    this.#path = pathRound(2);
  }

  moveTo(x: number, y: number): void {
    this.#path.moveTo(x, y);
  }

  lineTo(x: number, y: number): void {
    this.#path.lineTo(x, y);
  }

  closePath(): void {
    this.#path.closePath();
  }

  arc(x: number, y: number, radius: number, from: number, to: number): void {
    this.#path.arc(x, y, radius, from, to);
  }

  setLineDash(dash: Iterable<number>): void {
    this.#dash = [...dash];
  }

  fill(): void {
    const element = this.#write();
    setPaint(element, "fill", this.#colour(String(this.fillStyle)), this.globalAlpha);
  }

  stroke(): void {
    const element = this.#write();
    element.setAttribute("fill", "none");
    setPaint(element, "stroke", this.#colour(String(this.strokeStyle)), this.globalAlpha);
    element.setAttribute("stroke-width", String(this.lineWidth));
    if (this.lineJoin !== "miter") element.setAttribute("stroke-linejoin", this.lineJoin);
    if (this.lineCap !== "butt") element.setAttribute("stroke-linecap", this.lineCap);
    if (this.#dash.length > 0) element.setAttribute("stroke-dasharray", this.#dash.join(" "));
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const element = svgElement(this.#into, "rect", { x, y, width, height });
    setPaint(element, "fill", this.#colour(String(this.fillStyle)), this.globalAlpha);
  }

  #write(): Element {
    return svgElement(this.#into, "path", { d: String(this.#path) });
  }
}
