import type { CheerioAPI } from "cheerio";
import type { Engine } from "../../wasm/engine/engine.js";
import type { Offer } from "./offer.js";
import { planeOffer } from "./plane-offer.js";
import { raceOffer } from "./race-offer.js";

/** What the elements of a page offer together. */
export function offerOf($: CheerioAPI, engine: Engine): Offer {
  const offers = [planeOffer($, engine), raceOffer($, engine.catalog())];
  const all = (key: keyof Offer) => new Set(offers.flatMap((one) => [...one[key]]));
  return { methods: all("methods"), datasets: all("datasets"), problems: all("problems") };
}
