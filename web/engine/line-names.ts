/** Under which the page's mathematics has the lines of a method whose learning rate a schedule changes. */
export function scheduledLines(method: string): string {
  return `scheduled ${method}`;
}

/** Under which it has how any schedule changes the learning rate. */
export const linesOfAnySchedule = "any schedule";

/** Under which it has the lines of a schedule. */
export function scheduleLines(schedule: string): string {
  return `schedule ${schedule}`;
}
