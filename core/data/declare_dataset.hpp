#pragma once

#include "core/catalog/owner.hpp"
#include "core/data/dataset.hpp"

namespace fall_line {

/// Everything the catalog says of `Data`, gathered from its own declarations.
template <class Data>
constexpr DatasetDeclaration declare_dataset() {
  using Parameters = typename Data::Parameters;
  return {
      .name = Data::name,
      .title = for_readers(Data::title),
      .summary = for_readers(Data::summary),
      .source = for_readers(Data::source),
      .settings = declarations_by<Data>(),
      .make_with =
          [](const SettingValues& values) {
            return Data::make(owner_of<Data, Parameters>(values));
          },
  };
}

}  // namespace fall_line
