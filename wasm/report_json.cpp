#include "wasm/report_json.hpp"

#include "core/analysis/diagnosis.hpp"
#include "wasm/enum_names.hpp"
#include "wasm/json_writer.hpp"

namespace fall_line {

std::string report_json(const Run& run) {
  const RunStatus& status = run.status();
  const Diagnosis diagnosis = diagnose(run);
  JsonWriter json;
  json.open_object();
  json.key("steps").number(static_cast<double>(run.steps()));
  json.key("stopped").text(name_of(status.reason));
  json.key("verdict").text(diagnosis.verdict);
  json.key("numbers").open_object();
  for (const auto& [name, value] : diagnosis.numbers) json.key(name).number(value);
  json.close_object().close_object();
  return json.take();
}

}  // namespace fall_line
