// YAML and JSON texts as data with places. Bounded: what is too large, too deep or of too many values through aliases is a
// fault, and so is a key that stands twice. Private to this room.
#pragma once

#include <variant>

#include "compiler/schema/schema.h"

namespace upg::schema {

/// Scalars as the Go programs read them that charts are for: `yes`, `on`, `~` and `0o17` of YAML 1.1 among them. Nothing at
/// all is null.
[[nodiscard]] std::variant<Datum, Fault> read_yaml(const File& file);
[[nodiscard]] std::variant<Datum, Fault> read_json(const File& file);

/// The entry of a record, or null; null too when `d` is none.
[[nodiscard]] const Datum* at(const Datum& d, std::string_view key);
[[nodiscard]] std::string text_at(const Datum& d, std::string_view key);
[[nodiscard]] const Entries* entries(const Datum& d);
[[nodiscard]] const Data* items(const Datum& d);
[[nodiscard]] Shape shape_of(const Datum& d);

/// The files of a gzipped tar archive, their names without the first folder (`chart/values.yaml` is `values.yaml`).
[[nodiscard]] std::variant<std::vector<File>, Fault> unpack(const File& archive);

/// The type that a JSON Schema describes; what it says with words that are not known here is left open, never forbidden.
[[nodiscard]] std::variant<Type, Fault> read_json_schema(const Datum& root, const std::string& file);

[[nodiscard]] Imported read_chart(const Source& source);

}  // namespace upg::schema
