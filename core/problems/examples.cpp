#include "core/problems/examples.hpp"

#include <string>

#include "core/catalog/invalid_argument.hpp"

namespace fall_line {

namespace {

void require(const Dataset* data, bool classes) {
  const char* allowed =
      classes ? "examples of at least two classes" : "examples with numbers as targets";
  if (!data || data->count < 1) throw InvalidArgument("data", "no examples", allowed);
  if (classes == (data->classes >= 2)) return;
  throw InvalidArgument(
      "data",
      data->classes == 0 ? "numbers as targets" : std::to_string(data->classes) + " classes",
      allowed);
}

}  // namespace

void require_regression(const Dataset* data) { require(data, false); }

void require_classes(const Dataset* data) { require(data, true); }

}  // namespace fall_line
