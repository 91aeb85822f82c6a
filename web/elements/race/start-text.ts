import type { StartRow, StartsResult } from "../../scene/race-starts.js";
import { numberText } from "../../words/number-text.js";
import { raceWords as words } from "../../words/race.js";
import { plainText } from "../rich-text.js";

/** A start, and who won from there, in words. */
export function startText(result: StartsResult | undefined, row: StartRow): string {
  const place = words.startIs(row.number, numberText(row.x, 3), numberText(row.y, 3));
  const winner = result?.entrants[row.winner];
  if (!result || !winner) return `${place} ${words.wonByNobody}`;
  const cost = result.ticks.cost(row.costs[row.winner] ?? Number.NaN);
  return `${place} ${words.wonBy(plainText(winner.label), cost)}`;
}
