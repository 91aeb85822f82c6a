import type { RunSpec, Settings, Table } from "../../wasm/engine/types.js";
import { engine, isRefused, isSuperseded } from "../engine/page-engine.js";
import { notices } from "../state/notices.js";
import { Store } from "../state/store.js";
import { toUrl } from "../state/url-state.js";
import { words } from "../words/en.js";
import { raceRequest } from "./race-entrants.js";
import type { RaceScene } from "./race-scene.js";
import type { SceneRun } from "./scene.js";
import type { CostWords } from "./tick-words.js";

/** One start, and how every entrant came through from there. */
export interface StartRow {
  number: number;
  x: number;
  y: number;
  /** Place among the entrants; −1 where nobody arrived. */
  winner: number;
  /** NaN where one did not arrive. */
  costs: Float64Array;
  losses: Float64Array;
}

export interface StartsResult {
  /** Name of the function. */
  problem: string;
  /** The runs as they were when they raced. */
  entrants: readonly SceneRun[];
  rows: readonly StartRow[];
  /** The core’s `standings`, a row an entrant. */
  standings: Table;
  ticks: CostWords;
  /** Starts that were asked for. */
  wanted: number;
  /** What each method might spend, in ticks. */
  budget: number;
}

export type SortColumn = "method" | "wins" | "arrivals" | "median_cost";

/** Steps in one request at the most, about four milliseconds: what else is asked waits no longer. */
const sliceSteps = 20_000;
/** How long settings must have been left alone before so many runs begin, in milliseconds. */
const settled = 250;

interface Race {
  key: string;
  entrants: SceneRun[];
  specs: RunSpec[];
  rules: Settings;
  stepTimes: number[] | undefined;
  count: number;
  ticks: CostWords;
}

/** The same race from many starts, in slices, whenever what it is about has changed. */
export class RaceStarts extends Store {
  readonly #scene: RaceScene;
  result: StartsResult | undefined;
  /** Starts that have been raced from, of those that are being. */
  done = 0;
  running = false;
  /** Place of the start that is looked at, in `result.rows`. */
  selected = -1;
  sort: { column: SortColumn; ascending: boolean } = { column: "wins", ascending: false };
  /** What the engine found wrong with the rules. */
  refused: string | undefined;
  #followed = false;
  #key = "";
  /** Key of what `result` is about. */
  #raced = "";
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(scene: RaceScene) {
    super();
    this.#scene = scene;
  }

  /** Whether the result is of what is set now, or of as much of it as there was time for. */
  get upToDate(): boolean {
    return !this.running && this.#raced === this.#key && this.#key === this.#raceNow().key;
  }

  /** From now on it is kept up with the scene. */
  follow(): void {
    if (this.#followed) return;
    this.#followed = true;
    this.#scene.subscribe(() => this.look());
    this.look();
  }

  /** Breaks off; what has been raced until then counts. */
  stop(): void {
    if (!this.running) return;
    this.#turn += 1;
  }

  again(): void {
    this.#key = "";
    this.look();
  }

  select(place: number): void {
    const last = (this.result?.rows.length ?? 0) - 1;
    this.selected = Math.max(-1, Math.min(last, place));
    this.changed();
  }

  /** "wins", or "-wins" from the largest on; false where it is no such column. */
  sortBy(text: string): boolean {
    const [, minus, column] = /^(-?)(method|wins|arrivals|median_cost)$/.exec(text) ?? [];
    if (!column) return false;
    this.sort = { column: column as SortColumn, ascending: minus === "" };
    toUrl(`${this.#scene.key}.sort`, text === "-wins" ? undefined : text);
    this.changed();
    return true;
  }

  /** Looks whether what the race is about has changed; if so it begins when all is settled. */
  look(): void {
    const scene = this.#scene;
    if (
      !this.#followed ||
      scene.generation === 0 ||
      scene.busy ||
      scene.tuning.busy ||
      !scene.revealed
    )
      return;
    const race = this.#raceNow();
    if (race.key === this.#key) return;
    this.#key = race.key;
    // the starts of one function say nothing on the map of another
    if (this.result?.problem !== scene.problem.name) this.result = undefined;
    this.#turn += 1;
    clearTimeout(this.#timer);
    const turn = this.#turn;
    this.#timer = setTimeout(
      () => {
        if (turn === this.#turn) void this.#race(race, turn);
      },
      this.result ? settled : 0,
    );
  }

  #raceNow(): Race {
    const scene = this.#scene;
    const entrants = scene.able.map((run) => ({ ...run, settings: { ...run.settings } }));
    const specs = entrants.map((run) => scene.specOf(run));
    const rules = scene.rules.told;
    const stepTimes = scene.stepTimesOf(entrants);
    const count = scene.rules.of("count");
    // where the race itself begins is no part of it
    const about = specs.map(({ start: _, ...rest }) => rest);
    const key = JSON.stringify([about, rules, stepTimes, count]);
    return { key, entrants, specs, rules, stepTimes, count, ticks: scene.ticks };
  }

  async #race(race: Race, turn: number): Promise<void> {
    const rows: StartRow[] = [];
    this.running = true;
    this.done = 0;
    this.refused = undefined;
    this.changed();
    try {
      const perSlice = sliceSteps / (race.entrants.length * Number(race.rules.budget));
      const slice = Math.max(1, Math.min(50, Math.floor(perSlice) || 1));
      while (rows.length < race.count && turn === this.#turn && race.entrants.length > 0) {
        const count = Math.min(slice, race.count - rows.length);
        const rules = { ...race.rules, first: rows.length + 1, count };
        const table = await engine.call("analyse", raceRequest(race.specs, rules, race.stepTimes));
        rows.push(...rowsOf(table));
        this.done = rows.length;
        this.changed();
      }
      // another race has taken over: this one is not wanted any more
      if (turn !== this.#turn && this.#key !== race.key) return;
      if (rows.length > 0) await this.#conclude(race, rows);
    } catch (error) {
      if (isSuperseded(error)) return;
      if (isRefused(error)) this.refused = error.message;
      else notices.add(words.notices.engineFailed(error));
    } finally {
      if (this.#key === race.key) {
        this.running = false;
        this.changed();
      }
    }
  }

  async #conclude(race: Race, rows: StartRow[]): Promise<void> {
    const costs = rows.map(({ costs }) => [...costs].map((one) => (one >= 0 ? one : -1)).join(","));
    const winners = rows.map(({ winner }) => winner + 1).join(",");
    const standings = await engine.call("analyse", {
      analysis: { name: "standings", settings: { winners, costs: costs.join(";") } },
    });
    if (this.#key !== race.key) return;
    const { entrants, ticks, count } = race;
    const { name: problem } = this.#scene.problem;
    this.result = {
      problem,
      entrants,
      rows,
      standings,
      ticks,
      wanted: count,
      budget: Number(race.rules.budget),
    };
    this.#raced = race.key;
    this.selected = Math.min(this.selected, rows.length - 1);
  }
}

function rowsOf({ rows, columns }: Table): StartRow[] {
  const { number, x, y, winner, cost, loss } = columns as Record<string, Float64Array>;
  const width = (cost?.length ?? 0) / rows;
  return Array.from({ length: rows }, (_, row) => ({
    number: number?.[row] ?? 0,
    x: x?.[row] ?? 0,
    y: y?.[row] ?? 0,
    winner: (winner?.[row] ?? 0) - 1,
    costs: (cost ?? new Float64Array()).slice(row * width, (row + 1) * width),
    losses: (loss ?? new Float64Array()).slice(row * width, (row + 1) * width),
  }));
}
