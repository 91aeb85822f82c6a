import { picturesDrawn } from "./elements/draw-turn.js";
import { defineWanted, type FetchedName } from "./elements/fetched.js";
import { FigureMenu } from "./elements/figure-menu.js";
import { type ElementName, elementKinds } from "./elements/kinds.js";
import { defineLater, type LaterName } from "./elements/later.js";
import { FigureSource } from "./embed/figure-source.js";
import { engine } from "./engine/page-engine.js";
import { keepOfflineWhenIdle } from "./offline/when-idle.js";
import { NotationSwitch } from "./shell/notation-switch.js";
import { NoticeBoard } from "./shell/notice-board.js";
import { offerPageControls } from "./shell/page-controls.js";
import { PreparedNote } from "./shell/prepared-note.js";
import { ProgressBadge } from "./shell/progress-badge.js";
import { SearchButton } from "./shell/search-button.js";
import { lightSymbols } from "./shell/symbol-light.js";
import { TeacherButton } from "./shell/teacher-button.js";
import { ThemeSwitch } from "./shell/theme-switch.js";
import { controlAccess } from "./state/control-access.js";
import { notation } from "./state/notation.js";
import { notices } from "./state/notices.js";
import { progress } from "./state/progress.js";
import { showsOneFigure } from "./state/site-place.js";
import { pageAddress } from "./state/url-state.js";
import { addWorksheet } from "./teaching/worksheet.js";
import { words } from "./words/en.js";

/** Elements that every page has, or that any other may bring. */
const elements: Record<Exclude<ElementName, FetchedName | LaterName>, CustomElementConstructor> = {
  "fl-figure-menu": FigureMenu,
  "fl-figure-source": FigureSource,
  "fl-notation": NotationSwitch,
  "fl-notice": NoticeBoard,
  "fl-prepared": PreparedNote,
  "fl-progress": ProgressBadge,
  "fl-search": SearchButton,
  "fl-teacher": TeacherButton,
  "fl-theme": ThemeSwitch,
};

/** Resolves when the elements of the page are known, or the reader is told which are not. */
async function define(): Promise<void> {
  await progress.opened;
  for (const [name, element] of Object.entries(elements)) customElements.define(name, element);
  await Promise.all([defineWanted(), defineLater()]);
}

/** Marks the page as ready, or says in words why it cannot be. */
async function announce(): Promise<void> {
  const root = document.documentElement;
  const defined = define();
  try {
    await engine.ready;
  } catch (error) {
    const message = words.notices.noEngine(error);
    notices.add(message);
    root.dataset.error = message;
    return;
  }
  await defined;
  const names = Object.keys(elementKinds).join(",");
  // an element that is drawn may bring others with it: a figure brings its chart and controls
  for (let known = 0, found = document.querySelectorAll(names); found.length > known; ) {
    known = found.length;
    await Promise.all(
      [...found].map((element) =>
        "settled" in element ? (element.settled as Promise<void>) : undefined,
      ),
    );
    found = document.querySelectorAll(names);
  }
  await notation.settled;
  await picturesDrawn();
  const unknown = controlAccess.unknown;
  // a figure by itself has the lists of its page
  if (unknown.length > 0 && !showsOneFigure) notices.add(words.teacher.unknown(unknown));
  await document.querySelector<TeacherButton>("fl-teacher")?.lectureFromAddress();
  root.dataset.ready = "true";
  await keepOfflineWhenIdle();
}

offerPageControls();
lightSymbols();
pageAddress.subscribe(() => document.dispatchEvent(new Event("fl-address")));
addWorksheet();
void announce();
