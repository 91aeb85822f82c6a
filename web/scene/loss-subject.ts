import type { Option, Parameter, Quantity } from "../../wasm/engine/types.js";
import { engine } from "../engine/page-engine.js";
import type { ScoredLoss, ScoreScene } from "./score-scene.js";
import type { Subject, Variant } from "./subject.js";

/** A loss of the scores of a scene as what formula lines are about. */
export class LossSubject implements Subject {
  readonly rowSymbol = undefined;
  readonly firstRow = 0;
  readonly quantities: readonly Quantity[];

  constructor(
    readonly scene: ScoreScene,
    readonly scored: ScoredLoss,
    exampleQuantities: readonly Quantity[],
  ) {
    this.quantities = [...exampleQuantities, ...scored.loss.quantities];
  }

  get name(): string {
    return this.scored.loss.name;
  }

  get title(): string {
    return this.scored.loss.title;
  }

  get rowControl(): string {
    return `${this.scene.key}.example`;
  }

  get coordinateControl(): string {
    return `${this.scene.key}.coordinate`;
  }

  get parameters(): readonly Parameter[] {
    return this.scored.loss.parameters;
  }

  get options(): readonly Option[] {
    return this.scored.loss.options;
  }

  get coordinates(): readonly string[] {
    return this.scene.classes;
  }

  get coordinate(): number {
    return this.scene.coordinate;
  }

  selectCoordinate(coordinate: number): void {
    this.scene.selectCoordinate(coordinate);
  }

  get row(): number {
    return this.scene.example;
  }

  get lastRow(): number {
    return this.scene.scores.length - 1;
  }

  get generation(): number {
    return this.scene.generation;
  }

  rowName(row: number): string {
    return this.scene.classes[this.scene.labels[row] ?? 0] ?? "";
  }

  selectRow(row: number): void {
    this.scene.select(row);
  }

  setting(parameter: Parameter): number {
    return this.scene.setting(this.scored, parameter);
  }

  choice(option: Option): string {
    return this.scene.choice(this.scored, option);
  }

  rows({ name }: Quantity): Float64Array | undefined {
    return this.scored.answer?.table.columns[name];
  }

  async variants(quantity: Quantity, row: number, coordinate: number): Promise<Variant[]> {
    const { scores, labels } = this.scene;
    const others = this.options.flatMap((option) =>
      option.choices
        .filter(({ name }) => name !== this.choice(option))
        .map((choice) => ({ option: option.name, choice })),
    );
    return Promise.all(
      others.map(async ({ option, choice }) => {
        const settings = { ...this.scored.settings, [option]: choice.name };
        const { table } = await engine.call("loss", {
          loss: { name: this.name, settings },
          scores: [scores[row] ?? []],
          labels: [labels[row] ?? 0],
        });
        const at = quantity.shape === "vector" ? coordinate : 0;
        return { meaning: choice.meaning, value: table.columns[quantity.name]?.[at] ?? Number.NaN };
      }),
    );
  }
}
