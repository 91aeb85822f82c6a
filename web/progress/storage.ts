const key = "fall-line:progress";
const asideKey = `${key}:unreadable`;

function storage(): Storage | undefined {
  try {
    return localStorage; // throws where the browser blocks it
  } catch {
    return undefined;
  }
}

function read(name: string): string | undefined {
  try {
    return storage()?.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Whether the browser has done what was asked. */
function attempt(change: (place: Storage) => void): boolean {
  try {
    const place = storage();
    if (place) change(place);
    return place !== undefined;
  } catch {
    return false; // full, or not allowed
  }
}

/** The record as it is kept in this browser, and nowhere else. */
export const recordStorage = {
  read: () => read(key),
  /** Whether the browser has taken it. */
  write: (text: string) => attempt((place) => place.setItem(key, text)),
  remove: () => attempt((place) => place.removeItem(key)),
};

/** A record that could not be read, kept for whoever can read it. */
export const recordAside = {
  read: () => read(asideKey),
  write: (text: string) => attempt((place) => place.setItem(asideKey, text)),
  remove: () => attempt((place) => place.removeItem(asideKey)),
};

/** Calls `listener` whenever another tab has changed the record. */
export function onOtherTab(listener: () => void): void {
  // without a key when everything was cleared
  addEventListener("storage", (event) => {
    if (event.key === key || event.key === null) listener();
  });
}
