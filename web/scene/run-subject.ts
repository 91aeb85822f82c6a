import type { Option, Parameter, Quantity } from "../../wasm/engine/types.js";
import { scheduledLines } from "../engine/line-names.js";
import { engine } from "../engine/page-engine.js";
import type { Scene, SceneRun } from "./scene.js";
import { type Subject, type Variant, widthOf } from "./subject.js";

/** A run of a scene as what formula lines are about. */
export class RunSubject implements Subject {
  readonly rowSymbol = "now";
  readonly firstRow = 1;
  readonly quantities: readonly Quantity[];
  readonly #stepQuantities: readonly Quantity[];

  constructor(
    readonly scene: Scene,
    readonly run: SceneRun,
    stepQuantities: readonly Quantity[],
  ) {
    this.#stepQuantities = stepQuantities;
    this.quantities = [
      ...stepQuantities,
      ...run.method.quantities,
      ...(run.schedule?.traced ?? []),
    ];
  }

  get name(): string {
    return this.run.method.name;
  }

  get linesName(): string {
    return this.run.schedule ? scheduledLines(this.name) : this.name;
  }

  get title(): string {
    return this.run.method.title;
  }

  get rowControl(): string {
    return `${this.scene.key}.transport`;
  }

  get coordinateControl(): string {
    return `${this.scene.key}.coordinate`;
  }

  get parameters(): readonly Parameter[] {
    return this.run.method.parameters;
  }

  get options(): readonly Option[] {
    return this.run.method.options;
  }

  get coordinates(): readonly string[] {
    return this.scene.coordinateNames;
  }

  get coordinate(): number {
    return this.scene.coordinate;
  }

  selectCoordinate(coordinate: number): void {
    this.scene.selectCoordinate(coordinate);
  }

  get row(): number {
    const last = this.run.report?.steps ?? this.scene.steps;
    return Math.max(this.firstRow, Math.min(this.scene.step, last));
  }

  get lastRow(): number {
    return this.scene.steps;
  }

  get generation(): number {
    return this.scene.generation;
  }

  rowName(row: number): string {
    return String(row);
  }

  selectRow(row: number): void {
    this.scene.select(row);
  }

  setting(parameter: Parameter): number {
    return this.scene.value(this.run, parameter);
  }

  choice(option: Option): string {
    return this.scene.choice(this.run, option);
  }

  rows({ name }: Quantity): Float64Array | undefined {
    return this.run.traces[name];
  }

  async variants(quantity: Quantity, row: number, coordinate: number): Promise<Variant[]> {
    const others = this.options.flatMap((option) =>
      option.choices
        .filter(({ name }) => name !== this.choice(option))
        .map((choice) => ({ overrides: { [option.name]: choice.name }, meaning: choice.meaning })),
    );
    const at = this.#placeInRow(quantity);
    if (others.length === 0 || at === undefined) return [];
    const answers = await engine.call("whatIf", {
      spec: this.scene.specOf(this.run),
      step: row,
      overrides: others.map(({ overrides }) => overrides),
    });
    const entry = at + (quantity.shape === "vector" ? coordinate : 0);
    return others.map(({ meaning }, i) => ({ meaning, value: answers[i]?.[entry] ?? Number.NaN }));
  }

  /** Where a quantity stands in a row of whatIf: step quantities first, then the method's. */
  #placeInRow({ name }: Quantity): number | undefined {
    let place = 0;
    for (const quantity of [...this.#stepQuantities, ...this.run.method.quantities]) {
      if (quantity.name === name) return place;
      place += widthOf(quantity, this);
    }
    return undefined;
  }
}
