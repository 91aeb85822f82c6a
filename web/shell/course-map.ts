import { controlAccess } from "../state/control-access.js";
import { words } from "../words/en.js";

const courseMap = () => document.querySelector<HTMLDetailsElement>(".course-map");

/** The course map is no element of ours: it is locked and hidden from here. */
export function guardCourseMap(key: string): void {
  const map = courseMap();
  const summary = map?.querySelector("summary");
  if (!map || !summary) return;
  const locked = () => controlAccess.of(key) === "locked";
  summary.addEventListener("click", (event) => {
    if (locked()) event.preventDefault();
  });
  const guard = () => {
    map.hidden = controlAccess.of(key) === "hidden";
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

/** It lies over the page: Escape, or a press beside it, puts it away. */
export function closeCourseMap(): void {
  const map = courseMap();
  if (!map) return;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !map.open) return;
    const within = map.contains(document.activeElement);
    map.open = false;
    if (within) map.querySelector("summary")?.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!map.contains(event.target as Node)) map.open = false;
  });
}
