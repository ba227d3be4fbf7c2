// What a document may hold: plain data that an importer makes of a format (a chart's values, a template's parameters), and
// against which the lines of a plan are checked. Importers are pure: bytes in, a schema or a fault out.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace upg::schema {

namespace cfn {
struct Template;
}

/// Where something stands: a file as shown, and a line from 1; 0 is the file as a whole.
struct Place {
  std::string file;
  int line = 0;
};

/// A known value of a document, of a default or of an `enum`.
struct Datum;
using Data = std::vector<Datum>;
struct Entry;
using Entries = std::vector<Entry>;  ///< in the order written; no key twice
struct Null {
  friend bool operator==(const Null&, const Null&) = default;
};
/// A number that is no integer, as it was written.
struct Decimal {
  std::string text;
  friend bool operator==(const Decimal&, const Decimal&) = default;
};
struct Datum {
  std::variant<Null, bool, int64_t, Decimal, std::string, std::shared_ptr<const Data>, std::shared_ptr<const Entries>> node;
};
struct Entry {
  std::string key;
  Datum value;
  Place place;
};
[[nodiscard]] bool operator==(const Datum& a, const Datum& b);
/// On one line, for messages: `"text"`, `12`, `[a, b]`; long ones are cut.
[[nodiscard]] std::string shown(const Datum& d);

enum class Shape : uint8_t { any, null, boolean, integer, number, text, list, record };
[[nodiscard]] std::string_view spelling(Shape s);  ///< `a text`, `a list`

struct Field;
/// A type of a document. `shapes` empty: anything.
struct Type {
  Place place;
  std::vector<Shape> shapes;
  std::vector<Datum> allowed;                         ///< `enum`; empty: all
  std::string pattern;                                ///< of a text (ECMAScript); "" for none
  std::optional<double> minimum, maximum;             ///< of a number
  bool above_minimum = false, below_maximum = false;  ///< the bound itself is not allowed
  std::optional<int64_t> min_length, max_length;      ///< of a text; of a list: its items
  bool secret = false;                                ///< its values are not shown (NoEcho)
  std::string doc;
  std::vector<std::shared_ptr<Field>> fields;  ///< of a record, in the order of the source
  bool open = true;                            ///< of a record: other keys are allowed
  std::shared_ptr<const Type> others;          ///< of a record: the type of keys without a field, or null
  std::shared_ptr<const Type> items;           ///< of a list, or null

  [[nodiscard]] bool allows(Shape s) const;
  [[nodiscard]] const Field* field(std::string_view name) const;
};
struct Field {
  std::string name;
  Type type;
  bool required = false;
  std::optional<Datum> default_value;
};

/// `version`: as the source calls itself (a chart's version), or "".
struct Schema {
  std::string path;      ///< as the plan writes it
  std::string version;
  Type root;
  std::shared_ptr<const cfn::Template> made_of = nullptr;  ///< of a template: what its own review asks
};

using Path = std::vector<std::string>;
/// `global.postgresql.password`; a key that is no name stands in quotes.
[[nodiscard]] std::string dotted(const Path& path);
/// The field at `path`, or null. The root is no field.
[[nodiscard]] const Field* find(const Schema& s, const Path& path);
/// The type at `path`, found through fields and keys that all have one type; null where nothing is said.
[[nodiscard]] const Type* type_at(const Schema& s, const Path& path);

// ---- importing -----------------------------------------------------------------------------------------------------

/// One file. `name` is its place for messages.
struct File {
  std::string name;
  std::string bytes;
};
/// What the driver read for a schema: a single file, or of a directory those files that the importer asks for.
struct Source {
  std::string path;         ///< as the plan writes it
  std::vector<File> files;  ///< of a directory: named as the importer asks for them
  bool directory = false;
  std::string failure;  ///< why nothing could be read, in words; "" when it was
};

enum class FaultKind : uint8_t { not_found, syntax, duplicate_key, limit, content };
/// Why bytes are no schema; `what` in words, lower case.
struct Fault {
  FaultKind kind = FaultKind::content;
  Place place;
  std::string what;
};
using Imported = std::variant<Schema, Fault>;

/// What a document sets, for the review of its format.
struct Given {
  Path path;
  std::optional<Datum> value;  ///< when it is known
  bool secret = false;
  bool always = true;          ///< no condition stands over it
};
struct Request {
  const Schema* before = nullptr;  ///< null: only the new one is known
  const Schema& after;
  std::vector<Given> set;
  std::vector<Path> kept;          ///< by `keep KEY`
  bool keeps_others = false;
};
enum class FindingKind : uint8_t { not_given, not_kept, kept_default, echoed, acknowledgement, replaced, not_replaced, too_much };
/// What only this format minds. `at`: the key that it is about, or empty: the document as a whole.
struct Finding {
  FindingKind kind = FindingKind::not_given;
  Path at;
  std::string name, what, help;
};
struct Review {
  std::vector<Finding> findings;
  Entries more;                    ///< what the document holds beside what is written in it; a key is a path of two parts
};

/// A format of documents. `parts` are the files of a directory that matter to it.
struct Importer {
  std::string_view format;
  std::string_view artifact;     ///< name of the file that such a document becomes: `values.yaml`
  std::span<const std::string_view> parts;
  Imported (*read)(const Source&);
  Review (*review)(const Request&) = nullptr;  ///< null: a document is held to the types and the defaults alone
  bool partial = false;  ///< what is known later is one JSON value a line, and the file without it is called `….partial`
};
/// All of them; null when there is none of that name.
[[nodiscard]] std::span<const Importer> importers();
[[nodiscard]] const Importer* importer(std::string_view format);

inline constexpr size_t bytes_limit = 8u << 20;  ///< of one file, and of all that is unpacked
inline constexpr size_t nodes_limit = 200'000;   ///< a few aliases can stand for any number of values
inline constexpr int depth_limit = 64;

// ---- checking a value ----------------------------------------------------------------------------------------------

enum class ObjectionKind : uint8_t { type, allowed, pattern, range, length };
struct Objection {
  ObjectionKind kind = ObjectionKind::type;
  Path path;        ///< within the value
  std::string why;  ///< what it must be, in words: `one of "a" and "b"`
};
/// What a known value does not keep to; the first.
[[nodiscard]] std::optional<Objection> objection(const Type& t, const Datum& value);
/// As a person reads it: `a text that matches …`.
[[nodiscard]] std::string described(const Type& t);

// ---- comparing two versions ----------------------------------------------------------------------------------------

enum class ChangeKind : uint8_t { removed, renamed, newly_required, changed_default, added };
struct Change {
  ChangeKind kind = ChangeKind::added;
  Path path;                  ///< in the new schema; of what was removed or renamed: in the old one
  Path now;                   ///< renamed: what it seems to be called now
  std::string before, after;  ///< changed_default: both, as `shown`
  Place place;
};
/// In the order of the new schema; what is gone at the end. A record that is new as a whole is one `added`.
[[nodiscard]] std::vector<Change> compare(const Schema& before, const Schema& after);

}  // namespace upg::schema
