#include "tests/fuzz/spec_attempt.hpp"

#include <cmath>

#include "core/analysis/analysis.hpp"
#include "core/analysis/diagnosis.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/run/quantity_rows.hpp"
#include "core/run/run.hpp"
#include "tests/fuzz/report.hpp"

namespace fall_line::test {

namespace {

void check_rows(const Run& run, std::string_view text) {
  for (int q = 0; q < static_cast<int>(run.trace().quantities().size()); ++q) {
    for (Index row = 1; row < run.trace().rows(); ++row) {
      for (const double value : run.trace().at(q, row)) {
        require(std::isfinite(value), "every traced number is finite", text);
      }
    }
  }
}

}  // namespace

Attempt attempt_spec(std::string_view text) {
  try {
    if (text.find("analysis") != text.npos) {
      analyse(text);
      return Attempt::ran;
    }
    const RunSpec spec = parse_run_spec(text);
    const std::string written = to_text(spec);
    if (written.size() <= longest_spec_text) {
      require(to_text(parse_run_spec(written)) == written, "a spec survives its text", text);
    }
    Run run(spec);
    run.advance(50);
    check_rows(run, text);
    require(!diagnose(run).verdict.empty(), "every run has a verdict", text);
    if (run.steps() > 0) run.what_if(run.steps(), {});
    QuantityRows rows(run, run.method().name == "adam" ? "weight1" : "delta");
    return Attempt::ran;
  } catch (const InvalidArgument&) {
    return Attempt::refused;
  }
}

}  // namespace fall_line::test
