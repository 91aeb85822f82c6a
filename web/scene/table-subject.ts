import type { Option, Parameter, Quantity } from "../../wasm/engine/types.js";
import { engine } from "../engine/page-engine.js";
import { numberText } from "../words/number-text.js";
import type { Subject, Variant } from "./subject.js";
import type { TableScene } from "./table-scene.js";

/** The table of an analysis as what formula lines are about. Its first column names the rows. */
export class TableSubject implements Subject {
  readonly firstRow = 0;

  constructor(readonly scene: TableScene) {}

  get name(): string {
    return this.scene.declared.analysis.name;
  }

  get title(): string {
    return this.scene.declared.analysis.title;
  }

  get rowControl(): string {
    return `${this.scene.key}.row`;
  }

  get coordinateControl(): string {
    return `${this.scene.key}.coordinate`;
  }

  get parameters(): readonly Parameter[] {
    return this.scene.declared.analysis.parameters;
  }

  get options(): readonly Option[] {
    return this.scene.declared.analysis.options;
  }

  get quantities(): readonly Quantity[] {
    return this.scene.declared.analysis.quantities;
  }

  get coordinates(): readonly string[] {
    return this.scene.entryNames;
  }

  get coordinate(): number {
    return this.scene.coordinate;
  }

  selectCoordinate(coordinate: number): void {
    this.scene.selectCoordinate(coordinate);
  }

  get row(): number {
    return this.scene.row;
  }

  get lastRow(): number {
    return this.scene.lastRow;
  }

  get rowSymbol(): string | undefined {
    return this.quantities[0]?.symbol;
  }

  get generation(): number {
    return this.scene.generation;
  }

  rowName(row: number): string {
    return numberText(this.scene.number(this.quantities[0]?.name ?? "", row), 4);
  }

  selectRow(row: number): void {
    this.scene.select(row);
  }

  setting({ name, default: usual }: Parameter): number {
    return Number(this.scene.settings[name] ?? usual);
  }

  choice({ name, choices }: Option): string {
    return String(this.scene.settings[name] ?? choices[0]?.name);
  }

  rows({ name }: Quantity): Float64Array | undefined {
    return this.scene.table?.columns[name];
  }

  async variants(quantity: Quantity, row: number, coordinate: number): Promise<Variant[]> {
    const others = this.options.flatMap((option) =>
      option.choices
        .filter(({ name }) => name !== this.choice(option))
        .map((choice) => ({ option: option.name, choice })),
    );
    return Promise.all(
      others.map(async ({ option, choice }) => {
        const request = this.scene.requestWith({ [option]: choice.name });
        const { columns, rows } = await engine.call("analyse", request);
        const column = columns[quantity.name];
        const width = (column?.length ?? 0) / rows;
        const at = row * width + (quantity.shape === "vector" ? coordinate : 0);
        return { meaning: choice.meaning, value: column?.[at] ?? Number.NaN };
      }),
    );
  }
}
