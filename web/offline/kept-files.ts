import { hasDigestInPath, type OfflineFile } from "./offline-files.js";

/** So many files are fetched side by side: a page that is read meanwhile must not have to wait. */
const atOnce = 3;

/** The files of one version of the site, kept in the browser. */
export class KeptFiles {
  /** What the caches of this site, and of no other on this host, are called. */
  readonly #prefix: string;
  readonly #name: string;
  readonly #root: string;
  readonly #files: readonly OfflineFile[];

  constructor(root: string, version: string, files: readonly OfflineFile[]) {
    this.#prefix = `fall-line ${root} `;
    this.#name = this.#prefix + version;
    this.#root = root;
    this.#files = files;
  }

  /**
   * Fetches what is not kept yet. Each file must be the one that belongs to this version, which
   * its digest tells: while a host is being updated, it has files of both.
   */
  async complete(): Promise<void> {
    const cache = await caches.open(this.#name);
    const waiting = [...this.#files];
    const fetchAll = async () => {
      for (let file = waiting.shift(); file; file = waiting.shift()) await this.#keep(cache, file);
    };
    await Promise.all(Array.from({ length: atOnce }, fetchAll));
  }

  async #keep(cache: Cache, [path, integrity]: OfflineFile): Promise<void> {
    const address = this.#root + path;
    if (await cache.match(address)) return;
    const lasting = hasDigestInPath(path);
    const known = lasting ? await this.#find(address) : undefined;
    const fresh =
      known ??
      (await fetch(address, {
        integrity,
        cache: lasting ? "default" : "no-cache",
        priority: "low",
      }));
    if (!fresh.ok) throw new Error(`${address}: ${fresh.status}`);
    // a response that was led elsewhere may not answer for a page
    const { headers } = fresh;
    await cache.put(address, fresh.redirected ? new Response(fresh.body, { headers }) : fresh);
  }

  /** Forgets this version: a part of it is of no use. */
  async drop(): Promise<void> {
    await caches.delete(this.#name);
  }

  /**
   * Forgets all but this version and the last one before it: pages of that one may still be open,
   * and fetch the rest of their scripts.
   */
  async dropOld(): Promise<void> {
    const old = (await this.#names()).filter((name) => name !== this.#name);
    await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
  }

  /** The file at an address: of this version, or one that only an earlier version had. */
  async #find(address: string): Promise<Response | undefined> {
    const earlier = hasDigestInPath(address.slice(this.#root.length)) ? await this.#names() : [];
    for (const name of [this.#name, ...earlier.reverse()]) {
      // without opening: that would make anew what has just been thrown away
      const found = await caches.match(address, { cacheName: name, ignoreVary: true });
      if (found) return found;
    }
    return undefined;
  }

  /** The file, unless the browser does not have it, or not any more. */
  async find(address: string): Promise<Response | undefined> {
    try {
      return await this.#find(address);
    } catch {
      return undefined; // storage is blocked or broken: then the network has to do
    }
  }

  /** Oldest first. */
  async #names(): Promise<string[]> {
    return (await caches.keys()).filter((name) => name.startsWith(this.#prefix));
  }
}
