import type { CheerioAPI } from "cheerio";
import type { Catalog } from "../../wasm/engine/engine.js";
import { nothingOffered, type Offer } from "./offer.js";

/**
 * Where a race stands: every method that needs no terms to draw from, and every function of the
 * plane.
 */
export function raceOffer($: CheerioAPI, { methods, problems }: Catalog): Offer {
  if ($("fl-race").length === 0) return nothingOffered;
  const ofPlane = problems.filter(({ dimension, data }) => dimension === 2 && data === "");
  return {
    methods: new Set(methods.filter(({ needs }) => needs !== "terms").map(({ name }) => name)),
    datasets: new Set(),
    problems: new Set(ofPlane.map(({ name }) => name)),
  };
}
