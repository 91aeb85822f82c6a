import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root: every command works from here, wherever it was called. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * @param {...string} parts
 * @returns {string} an absolute path inside the repository
 */
export const inRoot = (...parts) => join(root, ...parts);
