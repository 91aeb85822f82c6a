#pragma once

#include "core/data/dataset.hpp"
#include "core/data/preparation.hpp"

namespace fall_line {

/// Everything the catalog says of `Data`, gathered from its own declarations.
template <class Data>
DatasetDeclaration declare_dataset() {
  using Parameters = typename Data::Parameters;
  return {
      .name = Data::name,
      .title = Data::title,
      .summary = Data::summary,
      .source = Data::source,
      .settings = declarations_by<Data>(),
      .create = [](const Settings& settings) -> std::shared_ptr<const Dataset> {
        return prepared(
            Data::make(with_settings<Data, Parameters>("data.", without_preparation(settings))),
            settings);
      },
  };
}

}  // namespace fall_line
