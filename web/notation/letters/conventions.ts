import type { NotationName } from "../names.js";
import type { Convention } from "./convention.js";
import { lecture0 } from "./lecture-0.js";
import { lecture1 } from "./lecture-1.js";
import { lecture2 } from "./lecture-2.js";
import { lecture3 } from "./lecture-3.js";
import { lecture4 } from "./lecture-4.js";
import { own } from "./own.js";

export const conventions: Record<NotationName, Convention> = {
  own,
  l0: lecture0,
  l1: lecture1,
  l2: lecture2,
  l3: lecture3,
  l4: lecture4,
};
