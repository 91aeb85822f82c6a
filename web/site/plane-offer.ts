import type { CheerioAPI } from "cheerio";
import type { Engine } from "../../wasm/engine/engine.js";
import { nothingOffered, type Offer } from "./offer.js";

/** Those that a reader fills. */
const filled = ["points", "table"];

/**
 * Where a plane stands: every method that can train a classifier, and every dataset of labelled
 * points of the plane. They need no engine of the page until they are chosen.
 */
export function planeOffer($: CheerioAPI, engine: Engine): Offer {
  if ($("fl-plane").length === 0) return nothingOffered;
  const { methods, datasets } = engine.catalog();
  const drawable = datasets.filter(({ name }) => {
    if (filled.includes(name)) return false;
    const { features, classes } = engine.dataset(name);
    return features === 2 && classes > 0;
  });
  return {
    methods: new Set(methods.filter(({ needs }) => needs !== "residuals").map(({ name }) => name)),
    datasets: new Set(drawable.map(({ name }) => name)),
    problems: new Set(),
  };
}
