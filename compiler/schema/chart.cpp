// The values of a chart: what its schema says of them, over the keys and defaults of its own values file.
#include <algorithm>
#include <array>

#include "compiler/schema/cfn_change_set.h"
#include "compiler/schema/tree.h"

namespace upg::schema {
namespace {

const File* file_named(const std::vector<File>& files, std::string_view name) {
  const auto it = std::find_if(files.begin(), files.end(), [&](const File& f) { return f.name == name; });
  return it == files.end() ? nullptr : &*it;
}

// A key that only the values file knows may hold any scalar: a chart that wants a type says so in a schema.
void shape_like(Type& t, const Datum& value) {
  if (!t.shapes.empty() || !t.allowed.empty()) return;
  switch (shape_of(value)) {
    case Shape::record: t.shapes = {Shape::record, Shape::null}; break;
    case Shape::list: t.shapes = {Shape::list, Shape::null}; break;
    case Shape::null:
    case Shape::any: break;
    case Shape::boolean:
    case Shape::integer:
    case Shape::number:
    case Shape::text: t.shapes = {Shape::boolean, Shape::integer, Shape::number, Shape::text, Shape::null};
  }
}

void add_defaults(Type& t, const Entries& values) {
  for (const auto& e : values) {
    auto it = std::find_if(t.fields.begin(), t.fields.end(), [&](const auto& f) { return f->name == e.key; });
    if (it == t.fields.end()) {
      t.fields.push_back(std::make_shared<Field>());
      it = std::prev(t.fields.end());
      (*it)->name = e.key;
    }
    auto& f = **it;
    f.type.place = e.place;
    f.default_value = e.value;
    shape_like(f.type, e.value);
    if (const auto* own = entries(e.value)) add_defaults(f.type, *own);
  }
}

// Where the parts came from, for messages.
std::string shown(const Source& s, std::string_view part) {
  const bool slash = s.path.ends_with('/');
  return s.path + (slash ? "" : "/") + std::string(part);
}

}  // namespace

Imported read_chart(const Source& source) {
  std::vector<File> files = source.files;
  if (!source.directory) {
    if (files.empty()) return Fault{FaultKind::not_found, {source.path, 0}, "there is nothing"};
    auto unpacked = unpack(files.front());
    if (const auto* fault = std::get_if<Fault>(&unpacked)) return *fault;
    files = std::get<std::vector<File>>(std::move(unpacked));
  }
  Schema out;
  const auto* about = file_named(files, "Chart.yaml");
  if (!about) return Fault{FaultKind::not_found, {source.path, 0}, "it holds no `Chart.yaml`"};
  auto chart = read_yaml({shown(source, about->name), about->bytes});
  if (const auto* fault = std::get_if<Fault>(&chart)) return *fault;
  out.version = text_at(std::get<Datum>(chart), "version");
  if (const auto* f = file_named(files, "values.schema.json")) {
    const File named{shown(source, f->name), f->bytes};
    auto json = read_json(named);
    if (const auto* fault = std::get_if<Fault>(&json)) return *fault;
    auto type = read_json_schema(std::get<Datum>(json), named.name);
    if (const auto* fault = std::get_if<Fault>(&type)) return *fault;
    out.root = std::get<Type>(std::move(type));
  }
  if (const auto* f = file_named(files, "values.yaml")) {
    auto values = read_yaml({shown(source, f->name), f->bytes});
    if (const auto* fault = std::get_if<Fault>(&values)) return *fault;
    const auto& d = std::get<Datum>(values);
    if (!entries(d) && shape_of(d) != Shape::null)
      return Fault{FaultKind::content, {shown(source, f->name), 1}, "it holds no keys"};
    if (entries(d)) add_defaults(out.root, *entries(d));
  }
  out.root.shapes = {Shape::record};
  return out;
}

namespace {
constexpr std::array<std::string_view, 3> chart_parts{"Chart.yaml", "values.schema.json", "values.yaml"};
constexpr std::array<Importer, 2> all_importers{{{"chart_values", "values.yaml", chart_parts, read_chart},
                                                 {"change_set", "change-set.json", {}, cfn::read_change_set, cfn::review, true}}};
}  // namespace

std::span<const Importer> importers() { return all_importers; }

const Importer* importer(std::string_view format) {
  for (const auto& i : all_importers)
    if (i.format == format) return &i;
  return nullptr;
}

}  // namespace upg::schema
