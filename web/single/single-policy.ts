import { createHash } from "node:crypto";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What a lesson that is one file may do: run what it holds, and nothing else, from nowhere else. */
export function singlePolicy(scripts: readonly string[], styles: readonly string[]): string {
  const sources = {
    "default-src": ["'none'"],
    "script-src": [...scripts.map(hashOf), "'wasm-unsafe-eval'"],
    "style-src": styles.map(hashOf),
    "worker-src": ["blob:"],
    "connect-src": ["data:"],
    "font-src": ["data:"],
    "img-src": ["data:"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
  };
  return Object.entries(sources)
    .map(([name, allowed]) => `${name} ${allowed.join(" ")}`)
    .join("; ");
}
