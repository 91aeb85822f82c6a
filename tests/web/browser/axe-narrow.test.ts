import { testEveryPage } from "./axe-of-pages.js";

testEveryPage(390, ["opened"]); // what is there when a page is loaded is still there then
