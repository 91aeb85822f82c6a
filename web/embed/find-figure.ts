/** Elements that work a scene but show nothing of it: they come along with a figure. */
const handles = "fl-transport, fl-controls";
/** Elements that have handles of their own. */
const selfContained = "fl-descent, fl-race, fl-scores, fl-slip, fl-starts, fl-predict, fl-quiz";
const noFigures = "fl-value, fl-notice";

/** The figures of a page that can be shown by themselves, from top to bottom. */
export function figuresOf(page: ParentNode): Element[] {
  return [...page.querySelectorAll("main [id]")].filter(
    (element) =>
      element.localName.startsWith("fl-") &&
      !element.matches(noFigures) &&
      !element.matches(handles),
  );
}

function inScene(page: ParentNode, scene: string): Element[] {
  const elements = [...page.querySelectorAll(`main [scene="${CSS.escape(scene)}"][id]`)];
  // what stands in another of them comes along inside it
  return elements.filter((one) => !elements.some((other) => other !== one && other.contains(one)));
}

/**
 * The elements that `name` means: an id means that element with the transport and the controls
 * of its scene that stand on the page beside it; a scene's name means all elements of the scene.
 */
export function findFigure(page: ParentNode, name: string): Element[] {
  if (name === "") return [];
  const element = page.querySelector(`main #${CSS.escape(name)}`);
  if (!element?.localName.startsWith("fl-") || element.matches(noFigures)) {
    return inScene(page, name);
  }
  const scene = element.getAttribute("scene");
  if (scene === null || element.matches(`${selfContained}, ${handles}`)) return [element];
  return inScene(page, scene).filter((one) => one === element || one.matches(handles));
}

/** An element that says what another says, and does nothing. */
function silent(element: Element): Element {
  const template = document.createElement("template");
  for (const { name, value } of element.attributes) {
    if (name !== "id") template.setAttribute(name, value);
  }
  return template;
}

/**
 * Whatever may declare the scenes of `elements`, since a scene may be declared by an element that
 * is not among them: web/scene/scenes.ts asks for the first that has certain attributes.
 */
export function declarationsFor(page: ParentNode, elements: readonly Element[]): Element[] {
  const scenes = new Set(elements.flatMap((one) => one.getAttribute("scene") ?? []));
  return [...scenes].flatMap((scene) =>
    [...page.querySelectorAll(`[scene="${CSS.escape(scene)}"]:not(fl-predict)`)].map(silent),
  );
}

/** Text of the headings a figure stands under: the page's, and that of its section. */
export function headingsOver(page: ParentNode, figure: Element): string[] {
  const before = [...page.querySelectorAll("main :is(h1, h2)")].filter(
    (heading) => heading.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const last = (level: string) => before.filter(({ localName }) => localName === level).at(-1);
  return [last("h1"), last("h2")].flatMap((heading) => heading?.textContent?.trim() ?? []);
}
