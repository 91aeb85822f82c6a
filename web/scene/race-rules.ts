import type { Option, Parameter, Problem, Settings } from "../../wasm/engine/types.js";
import { raceWords as words } from "../words/race.js";
import type { RaceDeclaration } from "./race-declaration.js";
import type { CostMeasure } from "./race-ticks.js";
import type { SettingGroup } from "./setting-group.js";

export type RuleName = "target" | "budget" | "count" | "seed";

/** In the order in which their sliders stand. */
const names: readonly RuleName[] = ["budget", "target", "count", "seed"];

/** What a race is measured in, how far it goes, and from how many starts: by the core’s `race`. */
export class RaceRules {
  readonly #declared: RaceDeclaration;
  /** The function that is raced on, which may change. */
  readonly #problem: () => Problem;
  settings: Settings;
  /** What the engine found wrong with them. */
  refused: string | undefined;

  constructor(declared: RaceDeclaration, problem: () => Problem) {
    this.#declared = declared;
    this.#problem = problem;
    this.settings = { ...declared.rules };
  }

  /** What the race is measured in. */
  get cost(): CostMeasure {
    const [usual] = this.#costOption.choices;
    return (this.settings.cost ?? usual?.name) as CostMeasure;
  }

  get #costOption(): Option {
    return this.#declared.offered.race.options.find(({ name }) => name === "cost") as Option;
  }

  #parameter(name: RuleName): Parameter {
    return this.#declared.offered.race.parameters.find((one) => one.name === name) as Parameter;
  }

  /** A rule in force. */
  of(name: RuleName): number {
    return Number(this.settings[name] ?? this.usual(name));
  }

  /** A rule where nobody has made one; without a lowest value a race goes below 0. */
  usual(name: RuleName): number {
    if (name === "budget") return this.#declared.steps;
    if (name === "target" && this.#problem().minimizer.length === 0) return -1;
    if (name === "count") return 100;
    return this.#parameter(name).default;
  }

  /** Whole ticks that the budget lasts; undefined where it is none that the core accepts. */
  get ticks(): number | undefined {
    const budget = this.of("budget");
    const { low, high } = this.#parameter("budget").allowed;
    return budget >= (low ?? 1) && budget <= (high ?? budget) ? Math.floor(budget) : undefined;
  }

  /** As the core is told them; which starts it takes is for each question to say. */
  get told(): Settings {
    const told = (["target", "budget", "seed"] as const).map((name) => [
      name,
      this.settings[name] ?? this.usual(name),
    ]);
    return { ...Object.fromEntries(told), cost: this.cost };
  }

  /** How they are shown and set. */
  group(set: SettingGroup["set"]): SettingGroup {
    return {
      key: "rules",
      label: words.rules,
      prefix: "rules.",
      parameters: names.map((name) => ({ ...this.#parameter(name), default: this.usual(name) })),
      options: [this.#costOption],
      settings: this.settings,
      declared: this.#declared.rules,
      refused: this.refused,
      style: undefined,
      set,
    };
  }
}
