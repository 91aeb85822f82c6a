import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * A hash over the paths and contents of files.
 *
 * @param {readonly string[]} paths files, and directories with all below them; others don't count
 * @returns {string} the same for the same files
 */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesAt).sort()) {
    const content = readFileSync(file);
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesAt(path) {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind?.isDirectory()) return readdirSync(path).flatMap((name) => filesAt(join(path, name)));
  return kind?.isFile() ? [path] : [];
}
