/** The entry called `name`; the error lists those there are. */
export function find<T extends { name: string }>(
  entries: readonly T[],
  kind: string,
  name: string,
): T {
  const found = entries.find((entry) => entry.name === name);
  if (found) return found;
  const names = entries.map((entry) => entry.name).join(", ");
  throw new Error(`${kind}: got "${name}"; allowed: ${names}`);
}
