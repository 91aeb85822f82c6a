#pragma once

#include "core/analysis/analysis.hpp"
#include "core/catalog/owner.hpp"

namespace fall_line {

/// Everything the catalog says of `Analysis`, gathered from its own declarations.
template <class Analysis>
constexpr AnalysisDeclaration declare_analysis() {
  return {
      .name = Analysis::name,
      .title = for_readers(Analysis::title),
      .summary = for_readers(Analysis::summary),
      .source = for_readers(Analysis::source),
      .settings = declarations_by<Analysis>(),
      .quantities = quantities_by<Analysis>(),
      .lines = for_readers(Analysis::lines),
      .table_with =
          [](const SettingValues& values, const RunSpec& subject) {
            return Analysis::table(owner_of<Analysis, typename Analysis::Parameters>(values),
                                   subject);
          },
  };
}

}  // namespace fall_line
