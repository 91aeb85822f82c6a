/** Where the page's content ends, menus that are open over it included. */
function contentEnd(content: Element): number {
  const ends = [content, ...document.querySelectorAll("[popover]:popover-open")].map(
    (element) => element.getBoundingClientRect().bottom + scrollY,
  );
  return Math.ceil(Math.max(...ends));
}

/**
 * Calls `announce` with the height of the content at first and whenever it changes. The height
 * depends on the frame's width alone, so that a frame that follows it comes to rest. While the
 * figure is being drawn it may only grow: the page around is not to jump up and down. Returns what
 * has it looked at once more.
 */
export function announceHeight(
  content: Element,
  isDrawn: () => boolean,
  announce: (height: number) => void,
): () => void {
  let announced = 0;
  const look = () => {
    const height = contentEnd(content);
    if (height === announced || (height < announced && !isDrawn())) return;
    announced = height;
    announce(height);
  };
  new ResizeObserver(look).observe(content);
  document.addEventListener("toggle", look, true); // of a menu; it does not bubble
  addEventListener("resize", () => {
    // a frame that follows needs no scroll bar, and without one its width stays as it is
    if (Math.abs(innerHeight - announced) <= 1) document.documentElement.dataset.followed = "";
  });
  return look;
}
