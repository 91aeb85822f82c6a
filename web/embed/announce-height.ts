/** Where the page's content ends, menus that are open over it included. */
function contentEnd(content: Element): number {
  const ends = [content, ...document.querySelectorAll("[popover]:popover-open")].map(
    (element) => element.getBoundingClientRect().bottom + scrollY,
  );
  return Math.ceil(Math.max(...ends));
}

/**
 * Calls `announce` with the height of the content at first and whenever it changes. The height
 * depends on the frame's width alone, so that a frame that follows it comes to rest.
 */
export function announceHeight(content: Element, announce: (height: number) => void): void {
  let announced = 0;
  const look = () => {
    const height = contentEnd(content);
    if (height === announced) return;
    announced = height;
    announce(height);
  };
  new ResizeObserver(look).observe(content);
  document.addEventListener("toggle", look, true); // of a menu; it does not bubble
  addEventListener("resize", () => {
    // a frame that follows needs no scroll bar, and without one its width stays as it is
    if (Math.abs(innerHeight - announced) <= 1) document.documentElement.dataset.followed = "";
  });
}
