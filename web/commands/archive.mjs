import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** @typedef {{ name: string, bytes: Uint8Array }} Entry */

/**
 * The files of a folder and of those in it, in an order that does not depend on the file system.
 *
 * @param {string} folder
 * @param {string} [prefix] put before each name
 * @returns {Entry[]}
 */
export function filesOf(folder, prefix = "") {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => ({
      name: prefix + name.replaceAll("\\", "/"),
      bytes: new Uint8Array(readFileSync(join(folder, name))),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What anybody may read, and the owner write. */
const mode = 0o644;

/**
 * A tar archive, compressed: the same bytes for the same entries and date, wherever it is made.
 *
 * @param {readonly Entry[]} entries
 * @param {Date} date of all of them
 * @returns {Promise<Uint8Array>}
 */
export async function tarGz(entries, date) {
  const { pack } = await import("tar-stream");
  const archive = pack();
  for (const { name, bytes } of entries) {
    const owner = { uid: 0, gid: 0, uname: "root", gname: "root" };
    archive.entry({ name, mode, mtime: date, ...owner }, Buffer.from(bytes));
  }
  archive.finalize();
  /** @type {Buffer[]} */
  const parts = [];
  for await (const part of archive) parts.push(Buffer.from(/** @type {Uint8Array} */ (part)));
  const compressed = gzipSync(Buffer.concat(parts), { level: 9 });
  compressed[9] = 255; // no word of the system it was made on
  return compressed;
}

/**
 * A zip archive of the same kind; its files have the date, and noon.
 *
 * @param {readonly Entry[]} entries
 * @param {Date} date of all of them
 * @returns {Promise<Uint8Array>}
 */
export async function zip(entries, date) {
  const { zipSync } = await import("fflate");
  // zip has local time only, and other hours than noon do not exist everywhere on every day
  const mtime = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
  const files = entries.map(({ name, bytes }) => [name, bytes]);
  return zipSync(Object.fromEntries(files), { level: 9, mtime, os: 3, attrs: mode << 16 });
}

/**
 * A line for each file as `sha256sum --check` reads it.
 *
 * @param {readonly Entry[]} files
 * @returns {string}
 */
export function checksums(files) {
  const lines = files.map(({ name, bytes }) => {
    const digest = createHash("sha256").update(bytes).digest("hex");
    return `${digest}  ${name}\n`;
  });
  return lines.join("");
}

/**
 * @param {readonly Entry[]} one
 * @param {readonly Entry[]} other
 * @returns {string[]} names of what is in one of the two alone, or differs
 */
export function differences(one, other) {
  const digests = (/** @type {readonly Entry[]} */ entries) =>
    new Map(entries.map((entry) => [entry.name, checksums([entry])]));
  const [first, second] = [digests(one), digests(other)];
  const names = new Set([...first.keys(), ...second.keys()]);
  return [...names].filter((name) => first.get(name) !== second.get(name)).sort();
}
