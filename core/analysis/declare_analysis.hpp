#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// Everything the catalog says of `Analysis`, gathered from its own declarations.
template <class Analysis>
AnalysisDeclaration declare_analysis() {
  return {
      .name = Analysis::name,
      .title = Analysis::title,
      .summary = Analysis::summary,
      .source = Analysis::source,
      .settings = declarations_by<Analysis>(),
      .quantities = Analysis::quantities,
      .lines = Analysis::lines,
      .table =
          [](const Settings& settings, const RunSpec& subject) {
            return Analysis::table(
                with_settings<Analysis, typename Analysis::Parameters>("analysis.", settings),
                subject);
          },
  };
}

}  // namespace fall_line
