import { html } from "lit";

const shapes = {
  search:
    "M10.5 3.5a7 7 0 1 0 4.3 12.5l4.9 4.9 1.4-1.4-4.9-4.9a7 7 0 0 0-5.7-11.1zm0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10z",
  close:
    "M6.4 5 5 6.4 10.6 12 5 17.6 6.4 19 12 13.4 17.6 19l1.4-1.4L13.4 12 19 6.4 17.6 5 12 10.6z",
  play: "M7 4.5v15l12-7.5z",
  pause: "M6.5 5h4v14h-4zM13.5 5h4v14h-4z",
  back: "M16.5 5v14L7 12zM5 5h2v14H5z",
  step: "M7.5 5v14L17 12zM17 5h2v14h-2z",
  reset: "M12 5a7 7 0 1 1-6.6 4.7l2 .7A4.9 4.9 0 1 0 12 7.1V10L7.5 6 12 2z",
  plus: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  minus: "M5 11h14v2H5z",
  bin: "M9 3h6l1 2h4v2H4V5h4zM6 8h12l-1 13H7zM9.5 10l.5 9h1.3l-.4-9zm3.6 0-.4 9H14l.5-9z",
  undo: "M9 4v4h5a6 6 0 0 1 0 12H8v-2h6a4 4 0 0 0 0-8H9v4L3 9z",
  redo: "M15 4v4h-5a6 6 0 0 0 0 12h6v-2h-6a4 4 0 0 1 0-8h5v4l6-5z",
  first: "M19 5v14l-8-7zM11 5v14l-8-7z",
  sun: "M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM11 1.5h2v3.5h-2zM11 19h2v3.5h-2zM1.5 11H5v2H1.5zM19 11h3.5v2H19z",
  more: "M5.5 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM18.5 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
  teacher:
    "M3 4h18v12h-7.6l3 4.5h-2.4L12 17.4l-2 3.1H7.6l3-4.5H3zM5 6v8h14V6zM7.5 8h6v1.6h-6zM7.5 10.8h9v1.6h-9z",
  auto: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2v14a7 7 0 0 1 0-14z",
};

/** An icon from the data of its path, which is 24 wide and high. */
export function drawnIcon(path: string) {
  return html`<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d=${path}></path></svg>`;
}

export function icon(name: keyof typeof shapes) {
  return drawnIcon(shapes[name]);
}
