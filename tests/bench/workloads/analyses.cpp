// Every analysis with its default settings, on Booth's function.

#include "core/analysis/analysis.hpp"

#include "core/catalog/catalog.hpp"
#include "tests/bench/workloads/workload.hpp"

namespace fall_line::bench {

void add_analyses(std::vector<Workload>& rows) {
  for (const auto& analysis : analyses()) {
    rows.push_back({.name = "analysis/" + std::string(analysis.name),
                    .unit = "call",
                    .prepare = [&analysis]() -> std::function<void()> {
                      const std::string text = "analysis=" + std::string(analysis.name) +
                                               "\nproblem=booth\nmethod=gradient_descent\n";
                      return [text] { keep(static_cast<double>(analyse(text).rows())); };
                    }});
  }
}

}  // namespace fall_line::bench
