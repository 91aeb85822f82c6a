import type { PropertyDeclarations } from "lit";
import type { Quantity } from "../../wasm/engine/types.js";
import { tableSceneOf } from "../scene/scenes.js";
import type { TableScene } from "../scene/table-scene.js";
import type { Control } from "../state/control-access.js";
import type { NumberTable } from "../take/takeable.js";
import { FollowingElement } from "./following-element.js";

/** An element that shows the table of an analysis and is drawn again whenever it changes. */
export abstract class TableElement extends FollowingElement<TableScene> {
  static override properties: PropertyDeclarations = { scene: { attribute: false } };
  declare scene: TableScene;

  protected override findScene(): Promise<TableScene> {
    return tableSceneOf(this);
  }

  protected override controls(): { title: string; controls: (Control | string)[] } {
    return { title: this.scene.declared.analysis.title, controls: [`${this.scene.key}.row`] };
  }

  /** The whole table, for the reader to take along. */
  async numbers(): Promise<NumberTable | undefined> {
    const { tableNumbers } = await import("../take/table-numbers.js");
    return this.scene.table && tableNumbers(this.scene.namedTables);
  }

  /** Throws for a column that the table does not have. */
  protected quantity(name: string): Quantity {
    const { quantities } = this.scene.declared.analysis;
    const found = quantities.find((one) => one.name === name);
    if (found) return found;
    const names = quantities.map((one) => one.name).join(", ");
    throw new Error(`x, y: got "${name}"; allowed: ${names}`);
  }
}
