/** What of a service worker's own scope is used here; TypeScript's own types of it forbid those of pages. */
export interface WorkerScope {
  location: Location;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(name: "install" | "activate", listen: (event: Extendable) => void): void;
  addEventListener(name: "fetch", listen: (event: Fetching) => void): void;
  addEventListener(
    name: "message",
    listen: (event: Extendable & { data: OfflineMessage }) => void,
  ): void;
}

interface Extendable {
  waitUntil(done: Promise<unknown>): void;
}

interface Fetching extends Extendable {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

/** What a page asks of it: to become the one that answers, or to fetch again what is missing. */
export type OfflineMessage = "take-over" | "complete";
