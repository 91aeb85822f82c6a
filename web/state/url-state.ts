import { Store } from "./store.js";

const writeDelay = 250;
const pending = new Map<string, string | undefined>();
let timer: ReturnType<typeof setTimeout> | undefined;

class PageAddress extends Store {
  /** The page's address with everything in it that was asked for. */
  get now(): string {
    if (timer !== undefined) flush();
    return location.href;
  }

  written(): void {
    this.changed();
  }
}

/** Tells when the address has changed. */
export const pageAddress = new PageAddress();

/** The page's address, with `pending` written into it. */
function flush(): void {
  clearTimeout(timer);
  timer = undefined;
  const url = new URL(location.href);
  for (const [key, value] of pending) {
    if (value === undefined) url.searchParams.delete(key);
    else url.searchParams.set(key, value);
  }
  pending.clear();
  // commas and minus signs may stand as they are; a readable link is worth it
  const query = url.searchParams.toString().replaceAll("%2C", ",");
  history.replaceState(history.state, "", `${url.pathname}${query && `?${query}`}${url.hash}`);
  pageAddress.written();
}

/** What the address says of `key`. */
export function fromUrl(key: string): string | undefined {
  return new URLSearchParams(location.search).get(key) ?? undefined;
}

/** All that the address says of `key`, with commas between; empty where it says nothing. */
export function allOfUrl(key: string): string {
  return new URLSearchParams(location.search).getAll(key).join(",");
}

/** Every key of the address that starts with `prefix`, without the prefix. */
export function allFromUrl(prefix: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(location.search)) {
    if (key.startsWith(prefix)) found.set(key.slice(prefix.length), value);
  }
  return found;
}

/** Puts `value` into the address (or takes `key` out), soon: browsers limit how often. */
export function toUrl(key: string, value: string | undefined): void {
  pending.set(key, value);
  timer ??= setTimeout(flush, writeDelay);
}

addEventListener("pagehide", () => {
  if (timer !== undefined) flush();
});
