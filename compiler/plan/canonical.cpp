#include "compiler/plan/canonical.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "compiler/plan/walk.h"
#include "compiler/support/text.h"

namespace upg::plan {
namespace {

void quote(std::string& out, std::string_view s) {
  out += std::to_string(s.size());
  out += ':';
  out += s;
}

struct Printer {
  std::string& out;

  void open(std::string_view head) {
    out += '(';
    out += head;
  }
  void close() { out += ')'; }
  void number(int64_t n) {
    out += ' ';
    out += std::to_string(n);
  }
  void text(std::string_view s) {
    out += ' ';
    quote(out, s);
  }
  void ref(const Ref& e) {
    out += ' ';
    if (!e) {
      out += '-';
      return;
    }
    std::visit(*this, e->node);
  }
  void refs(const std::vector<Ref>& all) {
    for (const auto& r : all) ref(r);
  }

  void operator()(const core::Missing&) { out += "missing"; }
  void operator()(const core::Literal& n) {
    if (const auto* s = std::get_if<std::string>(&n.value)) return quote(out, *s);
    if (const auto* i = std::get_if<int64_t>(&n.value)) out += std::to_string(*i);
    else out += std::get<bool>(n.value) ? "true" : "false";
  }
  void operator()(const core::Var& n) { out += "$" + n.name; }
  void operator()(const core::Param& n) { out += "%" + n.name; }
  void operator()(const core::FieldOf& n) { open("field"); ref(n.of); text(n.field); close(); }
  void operator()(const core::AskCall& n) { open("ask"); ref(n.of); text(n.ask); refs(n.args); close(); }
  void operator()(const core::ResourceRef& n) { out += "@" + n.name; }
  void operator()(const core::Concat& n) { open("concat"); refs(n.parts); close(); }
  void operator()(const core::List& n) { open("list"); refs(n.items); close(); }
  void operator()(const core::CommandValue& n) { open("command"); command(*n.command); close(); }
  void operator()(const core::Cases& n) {
    open("cases");
    for (const auto& c : n.cases) {
      ref(c.when);
      ref(c.value);
      number(static_cast<int>(c.end));
    }
    close();
  }
  void operator()(const core::Output& n) { open("output"); command(*n.command); close(); }
  void operator()(const core::Apply& n) { open("op"); number(static_cast<int>(n.op)); refs(n.args); close(); }
  void operator()(const core::Builtin& n) { open("fn"); number(static_cast<int>(n.fn)); refs(n.args); close(); }

  void word(const core::Word& w) {
    open("w");
    for (const auto& p : w.pieces) {
      if (!p.value) {
        text(p.text);
        continue;
      }
      ref(p.value);
      if (p.spread) out += "...";
    }
    close();
  }
  void command(const core::Command& c) {
    for (const auto& s : c.pipeline) {
      open("simple");
      for (const auto& w : s.argv) word(w);
      for (const auto& r : s.redirects) {
        number(static_cast<int>(r.what));
        word(r.target);
      }
      close();
    }
    for (const auto& p : c.fence) {
      open("fence");
      text(p.text);
      ref(p.value);
      number(static_cast<int>(p.place));
      close();
    }
    for (const auto& e : c.env) {
      open(e.secret_file ? "env-file" : "env");
      text(e.name);
      ref(e.value);
      close();
    }
    ref(c.cwd);
    ref(c.user);
    ref(c.input);
  }

  void operator()(const Run& n) { open("run"); command(*n.command); close(); }
  void operator()(const Prove& n) { open("prove"); command(*n.command); close(); }
  void operator()(const Publish& n) { open("publish"); ref(n.path); close(); }
  void operator()(const Manual& n) { open("manual"); ref(n.text); ref(n.confirm); close(); }
  void operator()(const Wait& n) { open("wait"); ref(n.until); number(n.every); number(n.limit); close(); }
  void operator()(const Expect& n) { open("expect"); ref(n.predicate); number(static_cast<int>(n.how)); close(); }
  void operator()(const Say&) {}  // prose
  void operator()(const Set& n) { open("set"); text(n.variable); ref(n.value); close(); }
  void operator()(const Amend& n) {
    open("amend");
    text(n.format);
    ref(n.path);
    ref(n.kept);
    for (const auto& l : n.lines) {
      number(static_cast<int>(l.how));
      refs({l.key, l.value, l.other});
    }
    close();
  }
  void operator()(const Revert& n) { open("revert"); ref(n.path); ref(n.kept); close(); }

  void deed(const Deed& d) {
    open("deed");
    number(d.number);
    ref(d.guard);
    for (const auto& e : d.effects) {
      number(static_cast<int>(e.kind));
      text(e.resource);
    }
    number(static_cast<int>(d.again));
    number((d.atomic ? 1 : 0) + (d.daemonizes ? 2 : 0));
    ref(d.probe);
    text(d.needs_state);
    for (const auto& a : d.actions) {
      ref(a.guard);
      std::visit(*this, a.node);
      text(a.capture);
      for (const auto& p : a.pattern) {
        text(p.literal);
        text(p.hole);
      }
    }
    close();
  }
  void tree(const core::Tree& t) {
    if (const auto* e = std::get_if<Ref>(&t.node)) return ref(*e);
    open("tree");
    if (const auto* all = std::get_if<std::vector<core::Tree>>(&t.node))
      for (const auto& i : *all) tree(i);
    if (const auto* all = std::get_if<std::vector<core::TreeEntry>>(&t.node))
      for (const auto& i : *all) {
        text(i.key);
        tree(i.value);
      }
    close();
  }
  void document(const Document& d) {
    open("document");
    text(d.format);
    for (const auto& e : d.entries) {
      for (const auto& key : e.path) text(key);
      ref(e.guard);
      tree(e.value);
    }
    close();
  }
  void step(const Step& s) {
    ref(s.guard);
    number((s.optional ? 1 : 0) + (s.retry_once ? 2 : 0));
    number(s.timeout);
    for (const auto& d : s.deeds) deed(d);
    open("undo");
    number(static_cast<int>(s.undo.how));
    for (const auto& u : s.undo.deeds) {
      number(u.of);
      deed(u.deed);
    }
    close();
    open("failure");
    number(static_cast<int>(s.on_failure.how));
    for (const auto& d : s.on_failure.deeds) deed(d);
    close();
    open("skipped");
    for (const auto& d : s.skipped) deed(d);
    close();
  }
};

// The lets that a step uses, one through another, by name.
struct Lets {
  std::unordered_map<std::string, const Variable*> by_name;

  void gather(const std::string& name, std::set<std::string>& into) const {
    const auto it = by_name.find(name);
    if (it == by_name.end() || !into.insert(name).second) return;
    core::each_variable(it->second->value, [&](const std::string& inner) { gather(inner, into); });
  }
};

}  // namespace

std::string canonical(const Ref& e) {
  std::string out;
  Printer{out}.ref(e);
  return out;
}

std::string canonical(const core::Command& c) {
  std::string out;
  Printer{out}.command(c);
  return out;
}

std::string canonical(const Deed& d) {
  std::string out;
  Printer{out}.deed(d);
  return out;
}

void set_digests(Plan& plan) {
  Lets lets;
  for (const auto& v : plan.variables)
    if (v.origin == Origin::let || v.origin == Origin::output) lets.by_name.emplace(v.name, &v);
  for (auto& s : plan.steps) {
    std::string text;
    Printer printer{text};
    printer.step(s);
    std::set<std::string> used;
    each_ref(s, [&](const Ref& e) { core::each_variable(e, [&](const std::string& n) { lets.gather(n, used); }); });
    for (const auto& name : used) {
      printer.open("let");
      printer.text(name);
      printer.ref(lets.by_name.at(name)->value);
      printer.close();
    }
    for (const auto& d : plan.documents)
      if (d.step == s.id) printer.document(d);
    s.digest = support::sha256(text);
  }
}

}  // namespace upg::plan
