/**
 * The version in what a tool prints for `--version`.
 *
 * Taken after "version ", after the ")" of a vendor's remark, or at the start of a line, so that
 * the 12.2.0-14 in "g++ (Debian 12.2.0-14+deb12u1) 12.2.0" is not mistaken for it.
 *
 * @param {string} text
 * @returns {string | null}
 */
export function parseVersion(text) {
  return /(?:version |\) |^)(\d+\.\d+(?:\.\d+)?)/m.exec(text)?.[1] ?? null;
}

/**
 * @param {string} version for example "3.25.1"
 * @param {string} minimum for example "3.22"
 * @returns {boolean} whether `version` is `minimum` or newer
 */
export function isAtLeast(version, minimum) {
  const have = version.split(".").map(Number);
  for (const [i, wanted] of minimum.split(".").map(Number).entries()) {
    const difference = (have[i] ?? 0) - wanted;
    if (difference !== 0) return difference > 0;
  }
  return true;
}
