#include "wasm/dataset_json.hpp"

#include "wasm/json_writer.hpp"

namespace fall_line {

namespace {

void write_names(JsonWriter& json, std::string_view key, const std::vector<std::string>& names) {
  json.key(key).open_array();
  for (const auto& name : names) json.text(name);
  json.close_array();
}

}  // namespace

std::string dataset_names_json(const Dataset& data, const std::string& rows) {
  JsonWriter json;
  json.open_object();
  write_names(json, "featureNames", data.feature_names);
  json.key("targetName").text(data.target_name);
  write_names(json, "classNames", data.class_names);
  json.key("rows").text(rows);
  json.close_object();
  return json.take();
}

}  // namespace fall_line
