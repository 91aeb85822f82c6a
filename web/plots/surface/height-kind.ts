/** How a surface's heights follow the values. */
export const heightKinds = ["linear", "log"] as const;
export type HeightKind = (typeof heightKinds)[number];
