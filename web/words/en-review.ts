import type { FileFault } from "../progress/progress-file.js";
import { type Expected, recordVersion } from "../progress/record.js";
import { type Day, daysBetween } from "../review/calendar-day.js";
import { intervals } from "../review/schedule.js";

const language = "en-GB";

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function counted(count: number, one: string, several = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count} ${several}`;
}

const questions = (count: number) => counted(count, "question");

/** "tomorrow", "in 3 days". */
function distance(today: Day, day: Day): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  return format.format(daysBetween(today, day), "day");
}

/** "on Tuesday 25 November", with how far off that is. */
function onDay(today: Day, day: Day): string {
  const format = new Intl.DateTimeFormat(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  return `${format.format(new Date(day))} (${distance(today, day)})`;
}

/** "22 November 2025, 14:03", where the reader is. */
function moment(time: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" });
  return format.format(new Date(time));
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString(language, { maximumFractionDigits: 1 })} MB`;
}

const allowed: Record<Expected, string> = {
  table: "a table by names, in { }",
  entry: "an entry in { }",
  name: "a name of at most 100 characters without slashes",
  flag: "true or false",
  count: "a whole number from 1",
  answer: "a number, or a list of texts",
  time: "a moment such as 2025-11-22T14:03:00.000Z",
  day: "a day such as 2025-11-22",
  box: `a whole number from 0 to ${intervals.length - 1}`,
  version: `the number ${recordVersion}`,
  text: "a text",
};

function fault(name: string, found: FileFault): string {
  const file = `“${name.slice(0, 80)}”`;
  switch (found.kind) {
    case "many":
      return "Please choose one file at a time.";
    case "unreadable":
      return `${file} could not be read: ${reason(found.error)}`;
    case "empty":
      return `${file} is empty.`;
    case "large":
      return `${file} has ${megabytes(found.bytes)}. A file that was saved here has at most ${megabytes(found.most)}.`;
    case "cut":
      return `${file} breaks off before its end: it was not saved or copied whole.`;
    case "damaged":
      return `${file} is not JSON: it is another kind of file, or it is damaged.`;
    case "foreign":
      return `${file} was not saved by this site: it does not say “format”: “${found.format}”.`;
    case "newer":
      return `${file} was saved by a newer version of this site (it has version ${found.version}, this page reads ${found.known}). Reload this page, or use the site where it was saved.`;
    case "name":
      return `${file} has something named “${found.name}”, which no file saved here has.`;
    case "missing":
      return `${file} is damaged: ${found.path.join(" › ")} is missing.`;
    case "value":
      return `${file} is damaged: ${found.path.join(" › ")} is ${found.got}; allowed: ${allowed[found.expected]}.`;
  }
}

/** What the review page says; a language is one more file like this. */
export const reviewWords = {
  label: "Review",
  offLead: (answered: number, lessons: number, due: number) =>
    `You have answered ${questions(answered)} in ${counted(lessons, "lesson")}. With review on, ${due === 0 ? "the first would come back tomorrow" : `${due} would come up today`}.`,
  none: "You have not answered a question yet. Once you have, it can come back here.",
  toLessons: "To the lessons",
  turnOn: "Turn review on",
  turnOff: "Turn review off",
  turnOffNote: "Turning review off deletes its dates, not your answers.",
  turnedOn: "Review is on.",
  turnedOff: "Review is off, and its dates are deleted. Your answers are kept.",
  undo: "Undo",
  undone: "Undone.",
  due: (count: number) => `${questions(count)} ${count === 1 ? "is" : "are"} due.`,
  start: "Start",
  nothingDue: "Nothing is due today.",
  next: (count: number, today: Day, day: Day) =>
    `Next: ${questions(count)} on ${onDay(today, day)}.`,
  practise: "Practise anyway",
  practiseNote: "Practising does not change when questions come back.",
  wait: "Fetching the question…",
  place: (number: number, count: number) => `Question ${number} of ${count}`,
  practicePlace: (number: number, count: number) => `Practice question ${number} of ${count}`,
  from: "From",
  readAgain: "Read it again:",
  comesBack: (today: Day, day: Day) => `This question comes back ${distance(today, day)}.`,
  nextQuestion: "Next question",
  finish: "Finish",
  stop: "Stop here",
  result: (right: number, asked: number) => `${right} of ${asked} right at the first try.`,
  noneLeft: "None of these questions could be asked.",
  missed: "Worth reading again:",
  failed: (lesson: string, error: unknown) =>
    `Questions of the lesson “${lesson}” could not be asked now (${reason(error)}). They stay due.`,
  data: {
    label: "Your data",
    nothing: "Nothing is kept in this browser yet.",
    kept: (answered: number, lessons: number, solved: number, on: boolean) =>
      `Kept in this browser: ${counted(answered, "answered question")} of ${counted(lessons, "lesson")}, ${solved} of them solved. Review is ${on ? "on" : "off"}.`,
    aside:
      "There is also an earlier record that this page could not read. It was set aside as it was.",
    saveAside: "Save it to a file",
    deleteAside: "Delete it",
    asideDeleted: "The earlier record is deleted.",
    save: "Save to a file",
    saved: (name: string) => `Saved as ${name}.`,
    load: "Load from a file:",
    drop: "You can also drop the file anywhere on this page. Nothing changes before you have seen what is in it.",
    dropHere: "Drop the file to see what is in it",
    fault,
    unchanged: "Nothing was changed.",
    found: (name: string) => `What is in ${name.slice(0, 80)}`,
    summary: (site: string, saved: string, answered: number, solved: number, on: boolean) =>
      `Saved by ${site.slice(0, 80)} on ${moment(saved)}: ${counted(answered, "answered question")}, ${solved} of them solved; review ${on ? "on" : "off"}.`,
    merge: "Merge",
    mergeNote: (added: number, newer: number, kept: number) => {
      const parts = [
        added > 0 ? `adds ${questions(added)}` : "adds nothing",
        ...(newer > 0 ? [`brings ${newer} up to date`] : []),
        ...(kept > 0 ? [`leaves ${kept} as they are here`] : []),
      ];
      return `Of each question the later answer counts. It ${parts.join(", ")}.`;
    },
    replace: "Replace",
    replaceNote: (own: number, other: number) =>
      `Takes away what is kept here (${questions(own)}) and puts the file in its place (${questions(other)}).`,
    cancel: "Cancel",
    merged: (count: number) => `Merged. There are now ${counted(count, "answered question")}.`,
    replaced: (count: number) => `Replaced. There are now ${counted(count, "answered question")}.`,
    undoLoad: "Undo loading",
    undoDelete: "Undo deleting",
    untilLeft: "You can undo this until you leave the page.",
    delete: "Delete everything…",
    deleteTitle: "Delete everything?",
    deleteNote: (answered: number) =>
      `Your answers (${questions(answered)}), what you have solved, and the dates of the review are deleted from this browser. Settings such as the colours stay.`,
    deleteNow: "Delete",
    deleted: "Everything is deleted.",
  },
};
