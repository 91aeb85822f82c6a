const { dataset } = document.documentElement;

/** Folder of the page whose figures are shown; empty for the home page. */
export const pageName = dataset.page ?? "";

/** Whether this page shows a figure of another by itself. */
export const showsOneFigure = dataset.alone !== undefined;

/** Whether this page is a lesson in a file of its own, without the site. */
export const isOneFile = dataset.single !== undefined;

/** Address of the home page: every other page is one folder deeper. */
export const siteRoot = new URL(pageName || showsOneFigure ? "../" : "./", location.href).href;
