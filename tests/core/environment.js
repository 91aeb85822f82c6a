// @ts-nocheck: it becomes a part of what Emscripten writes, which has these names
// GoogleTest reads which of its shards it is from the environment, which Emscripten makes up.
Module.preRun = () => Object.assign(ENV, process.env);
