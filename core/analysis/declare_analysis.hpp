#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// Everything the catalog says of `Analysis`, gathered from its own declarations.
template <class Analysis>
constexpr AnalysisDeclaration declare_analysis() {
  return {
      .name = Analysis::name,
      .title = Analysis::title,
      .summary = Analysis::summary,
      .source = Analysis::source,
      .settings = declarations_by<Analysis>(),
      .quantities = Analysis::quantities,
      .lines = Analysis::lines,
      .table_with =
          [](const SettingValues& values, const RunSpec& subject) {
            return Analysis::table(owner_of<Analysis, typename Analysis::Parameters>(values),
                                   subject);
          },
  };
}

}  // namespace fall_line
