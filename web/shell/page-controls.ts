import { controlAccess } from "../state/control-access.js";
import { closeCourseMap, guardCourseMap } from "./course-map.js";

/** Keys of what belongs to the page and not to a figure. */
export const pageKeys = {
  theme: "page.theme",
  notation: "page.notation",
  map: "page.map",
  search: "page.search",
  teacher: "page.teacher",
  answers: "page.answers",
  take: "page.take",
} as const;

/** Offers the controls of the page itself to a teacher. */
export function offerPageControls(): void {
  controlAccess.offer(document.body, "", Object.values(pageKeys));
  guardCourseMap(pageKeys.map);
  closeCourseMap();
}
