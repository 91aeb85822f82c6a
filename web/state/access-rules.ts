/** What a reader may do with a control: use it, see it as the teacher set it, or not see it. */
export type Access = "visible" | "locked" | "hidden";

/** Access by pattern: the key of a control, or one with `*` for any run of characters. */
export type AccessRules = ReadonlyMap<string, Access>;

/** The lists of an address that make rules, with what each gives. */
export const accessLists = { show: "visible", lock: "locked", hide: "hidden" } as const;
export type AccessList = keyof typeof accessLists;

const strictness: Access[] = ["visible", "locked", "hidden"];

/** The stricter of two. */
export function stricter(one: Access, other: Access): Access {
  return strictness.indexOf(one) > strictness.indexOf(other) ? one : other;
}

export function matches(pattern: string, key: string): boolean {
  if (!pattern.includes("*")) return pattern === key;
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop() ?? "";
  if (!key.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = key.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return key.length >= at + last.length && key.endsWith(last);
}

/** Rules from comma-separated lists of patterns. A pattern in two lists is hidden before locked. */
export function parseRules(lists: Partial<Record<AccessList, string>>): AccessRules {
  const rules = new Map<string, Access>();
  for (const [list, access] of Object.entries(accessLists)) {
    for (const pattern of (lists[list as AccessList] ?? "").split(/[\s,]+/)) {
      if (pattern) rules.set(pattern, access);
    }
  }
  return rules;
}

/** The lists that say the same as `rules`; undefined for an empty one. */
export function writeRules(rules: AccessRules): Record<AccessList, string | undefined> {
  const listOf = (access: Access) =>
    [...rules].flatMap(([pattern, one]) => (one === access ? [pattern] : [])).join(",") ||
    undefined;
  return { show: listOf("visible"), lock: listOf("locked"), hide: listOf("hidden") };
}

/** How much a pattern says: the more characters of its own, the more it counts. */
function weight(pattern: string): number {
  return pattern.includes("*") ? pattern.replaceAll("*", "").length : Number.POSITIVE_INFINITY;
}

/** What `rules` say of a control: the pattern that says most decides, of two such the stricter. */
export function accessOf(rules: AccessRules, key: string): Access {
  let access: Access = "visible";
  let heaviest = -1;
  for (const [pattern, one] of rules) {
    if (!matches(pattern, key)) continue;
    const own = weight(pattern);
    if (own > heaviest) access = one;
    else if (own === heaviest) access = stricter(access, one);
    heaviest = Math.max(heaviest, own);
  }
  return access;
}

/**
 * `rules` with `access` for those of `keys` that `pattern` matches, said briefly: rules that are
 * part of the pattern are gone, and the pattern itself is not added where the rest suffices.
 */
export function withRule(
  rules: AccessRules,
  pattern: string,
  access: Access,
  keys: Iterable<string>,
): AccessRules {
  const made = new Map([...rules].filter(([one]) => !matches(pattern, one)));
  if (accessOf(made, pattern) !== access) made.set(pattern, access);
  for (const key of keys) {
    // another pattern may say more of this one
    if (matches(pattern, key) && accessOf(made, key) !== access) made.set(key, access);
  }
  return made;
}

/** Patterns that match none of `keys`. */
export function idleRules(rules: AccessRules, keys: Iterable<string>): string[] {
  const all = [...keys];
  return [...rules.keys()].filter((pattern) => !all.some((key) => matches(pattern, key)));
}
