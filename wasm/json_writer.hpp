#pragma once

#include <string>
#include <string_view>

namespace fall_line {

/// Writes one JSON text from front to back; commas and escapes are its business. Numbers that
/// JSON has no word for (infinity, NaN) become null.
class JsonWriter {
 public:
  JsonWriter& open_object();
  JsonWriter& close_object();
  JsonWriter& open_array();
  JsonWriter& close_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& number(double value);
  JsonWriter& boolean(bool value);

  std::string take() { return std::move(out_); }

 private:
  void separate();

  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace fall_line
