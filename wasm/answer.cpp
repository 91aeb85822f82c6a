#include "wasm/answer.hpp"

#include <exception>
#include <new>

#include "core/catalog/number_text.hpp"
#include "wasm/enum_names.hpp"
#include "wasm/json_writer.hpp"

namespace fall_line {

LastError last_error;
std::vector<double> result;
std::string result_text;

bool guarded_call(void (*action)(void* context), void* context) {
  try {
    action(context);
    return true;
  } catch (const InvalidArgument& error) {
    last_error = {"invalid_argument", error.argument(), error.what()};
  } catch (const std::bad_alloc&) {
    last_error = {"out_of_memory", "", "not enough memory for this request"};
  } catch (const std::exception& error) {
    last_error = {"internal", "", error.what()};
  }
  return false;
}

Index whole_number(const char* argument, double value, Index high) {
  if (!(value >= 0.0 && value <= static_cast<double>(high)) ||
      value != static_cast<double>(static_cast<Index>(value))) {
    throw InvalidArgument(argument, short_text(value),
                          "a whole number from 0 to " + std::to_string(high));
  }
  return static_cast<Index>(value);
}

void append_to_result(const Trace& table) {
  JsonWriter columns;
  columns.open_array();
  for (const auto& quantity : table.quantities()) {
    columns.open_object();
    columns.key("name").text(quantity.name).key("shape").text(name_of(quantity.shape));
    columns.close_object();
  }
  columns.close_array();
  result_text = columns.take();
  result.push_back(static_cast<double>(table.rows()));
  result.push_back(static_cast<double>(table.dimension()));
  for (Index row = 0; row < table.rows(); ++row) {
    const auto entries = table.row(row);
    result.insert(result.end(), entries.begin(), entries.end());
  }
}

GridAxis axis(const char* argument, double low, double high, double count) {
  return {low, high, whole_number(argument, count, most_grid_points)};
}

}  // namespace fall_line
