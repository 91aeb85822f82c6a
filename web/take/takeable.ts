import type { Ink } from "../plots/ink.js";

/**
 * One layer of a picture: SVG as it stands in the page, drawing that can be done on any ink, or,
 * where neither is to be had, a canvas: its pixels are all there will be, in the SVG file too.
 */
export type Layer = SVGSVGElement | ((ink: Ink) => void) | HTMLCanvasElement;

export interface LegendItem {
  /** Line and mark, as they stand in the page. */
  swatch: SVGSVGElement | null;
  label: string;
}

/** What a plot shows, in parts of which both an SVG file and a bitmap can be made. */
export interface Picture {
  /** In CSS pixels. */
  width: number;
  height: number;
  /** From the lowest to the topmost; each fills the picture. */
  layers: Layer[];
  legend: LegendItem[];
  /** What it is, in a few words. */
  title: string;
  /** What is to be seen, in a sentence. */
  description: string;
}

/** Numbers with a name for each column. */
export interface NumberTable {
  columns: string[];
  rows: Iterable<readonly (string | number)[]>;
}

/**
 * What an element of a figure may have for the reader to take along: implement what applies, and
 * write `${this.menu()}` where the button is to be. Undefined where there is nothing to see yet.
 */
export interface Takeable extends HTMLElement {
  picture?(): Picture | undefined;
  numbers?(): Promise<NumberTable | undefined>;
  /** What the keys of its state in an address begin with. */
  readonly addressKeys: readonly string[];
  /** Tells a part of a figure, which has no id, from the others. */
  readonly partName?: string;
}
