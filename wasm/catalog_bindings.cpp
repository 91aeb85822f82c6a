// The only door, fourth part: the catalog, in the engine that has its words.

#include <emscripten/bind.h>

#include "wasm/answer.hpp"
#include "wasm/catalog_json.hpp"

namespace fall_line {

namespace {

// Empty when it failed.
std::string catalog() {
  std::string text;
  guarded([&] { text = catalog_json(); });
  return text;
}

}  // namespace

}  // namespace fall_line

EMSCRIPTEN_BINDINGS(fall_line_catalog) {
  emscripten::function("catalog_json", &fall_line::catalog);
}
