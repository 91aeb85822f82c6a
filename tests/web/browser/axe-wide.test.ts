import { testEveryPage } from "./axe-of-pages.js";

testEveryPage(1280, ["loaded", "opened"]);
