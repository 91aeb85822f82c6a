import { html } from "lit";

export interface Tab<Key extends string> {
  key: Key;
  label: string;
}

/** Tabs of which one is chosen: arrow keys, Home and End go from one to the next. */
export function tabList<Key extends string>(
  id: string,
  label: string,
  tabs: readonly Tab<Key>[],
  chosen: Key,
  choose: (key: Key) => void,
) {
  const move = (event: KeyboardEvent) => {
    const here = tabs.findIndex(({ key }) => key === chosen);
    const places: Record<string, number> = {
      ArrowLeft: here - 1,
      ArrowRight: here + 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    const next = tabs[(place + tabs.length) % tabs.length]!;
    choose(next.key);
    document.getElementById(tabId(id, next.key))?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${move}>
    ${tabs.map(
      ({ key, label: name }) => html`<button type="button" role="tab" id=${tabId(id, key)}
        aria-controls=${panelId(id)} aria-selected=${key === chosen} tabindex=${key === chosen ? 0 : -1}
        @click=${() => choose(key)}>${name}</button>`,
    )}
  </div>`;
}

export function tabId(id: string, key: string): string {
  return `${id}-tab-${key}`;
}

export function panelId(id: string): string {
  return `${id}-panel`;
}
