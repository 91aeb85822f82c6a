/** Id of the element in which a lesson that is one file has the script of its engine. */
export const engineScriptId = "engine-script";
