import { FieldView } from "../plots/field-view.js";
import type { SceneField } from "../scene/scene-field.js";

/** Loads a field and finds its contours, so that its first drawing has no more to do than draw. */
export async function loadField(field: SceneField): Promise<void> {
  await field.load();
  if (field.now && field.now.rows > 1) await FieldView.prepare(field.now);
}
