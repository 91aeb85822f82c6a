import { WayIn } from "../shell/way-in.js";
import type { ElementName } from "./kinds.js";

export { leanSide, SettingOut } from "./descent-lean.js";

/** Elements of the home page, and what its figure has instead of the controls of others. */
export const elements = {
  "fl-way-in": WayIn,
} satisfies Partial<Record<ElementName, CustomElementConstructor>>;
