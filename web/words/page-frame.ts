/** What stands around every page; it is written when the site is built. */
export const frameWords = {
  skip: "Skip to the lesson",
  courseMap: "Course map",
  home: "Home",
  allLessons: "All lessons",
  neighbours: "Previous and next lesson",
  previous: "Previous",
  next: "Next",
  coming: "to come",
  glossary: "Glossary",
  teaching: "Teach with Fall Line",
  colophon:
    'Every number on this site is computed in your browser by a C++ core. Nothing you do here is sent anywhere. <a href="https://opensource.org/license/mit" rel="license">MIT licence</a>.',
  startWith: (title: string) => `Start with “${title}”`,
};
