import { controlAccess } from "../state/control-access.js";
import { words } from "../words/en.js";

/** Keys of what belongs to the page and not to a figure. */
export const pageKeys = {
  theme: "page.theme",
  notation: "page.notation",
  map: "page.map",
  teacher: "page.teacher",
  answers: "page.answers",
  take: "page.take",
} as const;

/** The course map is no element of ours: it is locked and hidden from here. */
function guardCourseMap(): void {
  const map = document.querySelector<HTMLDetailsElement>(".course-map");
  const summary = map?.querySelector("summary");
  if (!map || !summary) return;
  const locked = () => controlAccess.of(pageKeys.map) === "locked";
  summary.addEventListener("click", (event) => {
    if (locked()) event.preventDefault();
  });
  const guard = () => {
    map.hidden = controlAccess.of(pageKeys.map) === "hidden";
    if (locked()) map.open = false;
    for (const [name, value] of [
      ["aria-disabled", "true"],
      ["tabindex", "-1"],
      ["title", words.teacher.locked],
    ] as const) {
      if (locked()) summary.setAttribute(name, value);
      else summary.removeAttribute(name);
    }
  };
  controlAccess.subscribe(guard);
  guard();
}

/** Offers the controls of the page itself to a teacher. */
export function offerPageControls(): void {
  controlAccess.offer(document.body, "", Object.values(pageKeys));
  guardCourseMap();
}
