/**
 * `items` so that two of a lesson never follow one another, unless nothing else is left; `before`
 * is the lesson of the item that came before them. Within a lesson they keep their order.
 */
export function mixedOrder<Item extends { lesson: string }>(
  items: readonly Item[],
  before?: string,
): Item[] {
  const queues = new Map<string, Item[]>();
  for (const item of items) queues.set(item.lesson, [...(queues.get(item.lesson) ?? []), item]);
  const order: Item[] = [];
  let last = before;
  while (order.length < items.length) {
    // the longest queue first, or its rest would be left over at the end
    const [queue] = [...queues]
      .filter(([lesson]) => lesson !== last || queues.size === 1)
      .map(([, waiting]) => waiting)
      .sort((a, b) => b.length - a.length);
    const next = queue?.shift();
    if (!next) break;
    order.push(next);
    last = next.lesson;
    if (queue?.length === 0) queues.delete(next.lesson);
  }
  return order;
}
