// Random questions are written out as text and, at the same time, as plain C++ that answers them. The two must agree
// when everything is known; when some facts are unknown, a yes or no must hold however those facts turn out.

#include <functional>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/small_case.h"

using namespace ntk;
using namespace ntk::testing;

namespace {

constexpr int people = 3;
constexpr int items = 2;

// One fact of the world below and the number of values it may take.
struct Fact {
    enum Name { harm, closed, unsafe, role, danger, about, source } name;
    int owner;
    int values;
};

const std::vector<Fact>& facts() {
    static const std::vector<Fact> all = [] {
        std::vector<Fact> made = {{Fact::harm, 0, 4}, {Fact::closed, 0, 2}};
        for (int p = 0; p < people; ++p) {
            made.push_back({Fact::unsafe, p, 2});
            made.push_back({Fact::role, p, 3});
            made.push_back({Fact::danger, p, 1 << people});
        }
        for (int i = 0; i < items; ++i) {
            made.push_back({Fact::about, i, 1 << people});
            made.push_back({Fact::source, i, people + 1});  // 0 stands for nobody
        }
        return made;
    }();
    return all;
}

// The value of every fact, in the order of facts().
using World = std::vector<int>;

int get(const World& world, Fact::Name name, int owner) {
    for (std::size_t f = 0; f < facts().size(); ++f)
        if (facts()[f].name == name && facts()[f].owner == owner) return world[f];
    return -1;
}

Store store_of(const World& world) {
    const SmallVocabulary& v = small();
    Store store(v.schema);
    store.add(v.case_, "case");
    for (int p = 0; p < people; ++p) store.add(v.person, "p");
    for (int i = 0; i < items; ++i) store.add(v.item, "i");
    const auto members = [](int mask) {
        Bits set;
        for (int p = 0; p < people; ++p)
            if ((mask >> p) & 1) set.add(p);
        return set;
    };
    for (std::size_t f = 0; f < facts().size(); ++f) {
        const int owner = facts()[f].owner;
        const std::int64_t value = world[f];
        switch (facts()[f].name) {
            case Fact::harm: store.put(v.case_harm, 0, value); break;
            case Fact::closed: store.put(v.case_closed, 0, value); break;
            case Fact::unsafe: store.put(v.unsafe, owner, value); break;
            case Fact::role: store.put(v.role_of, owner, value); break;
            case Fact::danger: store.put(v.danger_to, owner, members(world[f])); break;
            case Fact::about: store.put(v.about, owner, members(world[f])); break;
            case Fact::source: store.put(v.source, owner, value - 1); break;
        }
    }
    return store;
}

void forget(Store& store, const Fact& fact) {
    const SmallVocabulary& v = small();
    switch (fact.name) {
        case Fact::harm: return store.forget(v.case_harm, 0);
        case Fact::closed: return store.forget(v.case_closed, 0);
        case Fact::unsafe: return store.forget(v.unsafe, fact.owner);
        case Fact::role: return store.forget(v.role_of, fact.owner);
        case Fact::danger: return store.forget(v.danger_to, fact.owner);
        case Fact::about: return store.forget(v.about, fact.owner);
        case Fact::source: return store.forget(v.source, fact.owner);
    }
}

// Values of the quantified names, innermost last.
using Names = std::vector<int>;

struct Question {
    std::string text;
    std::function<bool(const World&, const Names&)> answer;
};

struct People {
    std::string text;
    std::function<int(const World&, const Names&)> mask;
};

class Writer {
  public:
    explicit Writer(std::uint64_t seed) : state_(seed * 2862933555777941757ULL + 3037000493ULL) {}

    int below(int bound) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>((state_ >> 33U) % static_cast<unsigned>(bound));
    }

    Question question(int depth) {
        switch (depth <= 0 ? below(2) : below(9)) {
            case 0:
            case 1: return plain();
            case 2: {
                const Question a = question(depth - 1);
                return {"not (" + a.text + ")", [a](const World& w, const Names& n) { return !a.answer(w, n); }};
            }
            case 3:
            case 4: {
                const Question a = question(depth - 1);
                const Question b = question(depth - 1);
                const bool both = below(2) == 0;
                return {"(" + a.text + (both ? ") and (" : ") or (") + b.text + ")",
                        [a, b, both](const World& w, const Names& n) {
                            return both ? a.answer(w, n) && b.answer(w, n) : a.answer(w, n) || b.answer(w, n);
                        }};
            }
            case 5:
            case 6: return over_people(depth);
            case 7: return over_items(depth);
            default: {
                const People a = set(depth - 1);
                const People b = set(depth - 1);
                switch (below(3)) {
                    case 0:
                        return {"exists(" + a.text + ")",
                                [a](const World& w, const Names& n) { return a.mask(w, n) != 0; }};
                    case 1:
                        return {"(" + a.text + ") overlaps (" + b.text + ")",
                                [a, b](const World& w, const Names& n) { return (a.mask(w, n) & b.mask(w, n)) != 0; }};
                    default: {
                        const int limit = 1 + below(2);
                        return {"count(" + a.text + ") <= " + std::to_string(limit),
                                [a, limit](const World& w, const Names& n) {
                                    return __builtin_popcount(static_cast<unsigned>(a.mask(w, n))) <= limit;
                                }};
                    }
                }
            }
        }
    }

  private:
    bool person_in_scope() const { return !kinds_.empty() && kinds_.find('p') != std::string::npos; }

    // A quantified name of one kind, 'p' or 'i'; there must be one.
    std::size_t name_of(char kind) {
        while (true) {
            const auto at = static_cast<std::size_t>(below(static_cast<int>(kinds_.size())));
            if (kinds_[at] == kind) return at;
        }
    }
    static std::string written_name(std::size_t at) { return "x" + std::to_string(at); }

    Question plain() {
        const bool item = kinds_.find('i') != std::string::npos;
        const bool person = person_in_scope();
        const int choice = below(2 + (person ? 3 : 0) + (person && item ? 2 : 0));
        if (choice == 0) {
            const int fixed = 1 + below(2);
            const bool at_least = below(2) == 0;
            const std::string value = fixed == 1 ? "possible" : "likely";
            return {"case.harm " + std::string(at_least ? ">= " : "is ") + value,
                    [fixed, at_least](const World& w, const Names&) {
                        const int harm = get(w, Fact::harm, 0);
                        return at_least ? harm >= fixed : harm == fixed;
                    }};
        }
        if (choice == 1)
            return {"case.closed", [](const World& w, const Names&) { return get(w, Fact::closed, 0) != 0; }};
        const std::size_t p = name_of('p');
        if (choice == 2)
            return {written_name(p) + ".unsafe",
                    [p](const World& w, const Names& n) { return get(w, Fact::unsafe, n[p]) != 0; }};
        if (choice == 3) {
            const int fixed = below(3);
            static const char* const names[] = {"infant", "carer", "neighbour"};
            return {written_name(p) + ".role is " + names[fixed],
                    [p, fixed](const World& w, const Names& n) { return get(w, Fact::role, n[p]) == fixed; }};
        }
        if (choice == 4) {
            const std::size_t q = name_of('p');
            return {written_name(p) + ".danger_to has " + written_name(q),
                    [p, q](const World& w, const Names& n) { return ((get(w, Fact::danger, n[p]) >> n[q]) & 1) != 0; }};
        }
        const std::size_t i = name_of('i');
        if (choice == 5)
            return {written_name(i) + ".source is " + written_name(p),
                    [p, i](const World& w, const Names& n) { return get(w, Fact::source, n[i]) == n[p] + 1; }};
        return {written_name(p) + " in " + written_name(i) + ".about",
                [p, i](const World& w, const Names& n) { return ((get(w, Fact::about, n[i]) >> n[p]) & 1) != 0; }};
    }

    People set(int depth) {
        const bool person = person_in_scope();
        const bool item = kinds_.find('i') != std::string::npos;
        const int choice = depth <= 0 ? below(1 + (person ? 1 : 0)) : below(4);
        if (depth > 0 && choice == 3 && room()) {
            const People over = set(depth - 1);
            const std::size_t at = open('p');
            const Question asked = question(depth - 1);
            close();
            return {written_name(at) + " in (" + over.text + ") where (" + asked.text + ")",
                    [over, asked](const World& w, const Names& n) {
                        const int from = over.mask(w, n);
                        int chosen = 0;
                        for (int p = 0; p < people; ++p) {
                            Names inner = n;
                            inner.push_back(p);
                            if (((from >> p) & 1) != 0 && asked.answer(w, inner)) chosen |= 1 << p;
                        }
                        return chosen;
                    }};
        }
        if (depth > 0 && choice == 2) {
            const People a = set(depth - 1);
            const People b = set(depth - 1);
            const int how = below(3);
            static const char* const words[] = {") union (", ") except (", ") both ("};
            return {"(" + a.text + words[how] + b.text + ")", [a, b, how](const World& w, const Names& n) {
                        const int left = a.mask(w, n);
                        const int right = b.mask(w, n);
                        return how == 0 ? left | right : how == 1 ? left & ~right : left & right;
                    }};
        }
        if (choice >= 1 && person) {
            const std::size_t p = name_of('p');
            return {written_name(p) + ".danger_to",
                    [p](const World& w, const Names& n) { return get(w, Fact::danger, n[p]); }};
        }
        if (choice >= 1 && item) {
            const std::size_t i = name_of('i');
            return {written_name(i) + ".about",
                    [i](const World& w, const Names& n) { return get(w, Fact::about, n[i]); }};
        }
        return {"people", [](const World&, const Names&) { return (1 << people) - 1; }};
    }

    bool room() const { return kinds_.size() < 4; }
    std::size_t open(char kind) {
        kinds_ += kind;
        return kinds_.size() - 1;
    }
    void close() { kinds_.pop_back(); }

    Question over_people(int depth) {
        if (!room()) return plain();
        const People over = set(depth - 1);
        const std::size_t at = open('p');
        const Question asked = question(depth - 1);
        close();
        return folded(written_name(at) + " in " + (over.text == "people" ? over.text : "(" + over.text + ")"), asked,
                      over.mask, people);
    }
    Question over_items(int depth) {
        if (!room()) return plain();
        const std::size_t at = open('i');
        const Question asked = question(depth - 1);
        close();
        return folded(
            written_name(at) + " in items", asked, [](const World&, const Names&) { return (1 << items) - 1; }, items);
    }
    Question folded(const std::string& range, const Question& asked,
                    const std::function<int(const World&, const Names&)>& mask, int size) {
        const int how = below(3);
        static const char* const words[] = {"any ", "all ", "none "};
        return {words[how] + range + " have (" + asked.text + ")",
                [asked, mask, how, size](const World& w, const Names& n) {
                    const int over = mask(w, n);
                    for (int member = 0; member < size; ++member) {
                        Names inner = n;
                        inner.push_back(member);
                        if (((over >> member) & 1) != 0 && asked.answer(w, inner) == (how != 1)) return how == 0;
                    }
                    return how != 0;
                }};
    }

    std::uint64_t state_;
    std::string kinds_;  // of the names in scope
};

// Calls f(world) for every way the unknown facts may turn out.
template <class F>
void each_completion(World& world, const std::vector<std::size_t>& unknown, std::size_t from, F&& f) {
    if (from == unknown.size()) return f(world);
    for (int value = 0; value < facts()[unknown[from]].values; ++value) {
        world[unknown[from]] = value;
        each_completion(world, unknown, from + 1, f);
    }
}

}  // namespace

TEST_CASE("random questions mean what they say") {
    int compiled = 0;
    int decided = 0;
    int open = 0;
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        Writer writer(seed);
        const Question question = writer.question(4);
        Diagnostics diagnostics;
        const Scope scope{&small().schema, nullptr, {}};
        const Expression expression = compile(written(question.text, diagnostics), scope, boolean(), diagnostics);
        if (!expression) continue;  // over a limit, or always true
        ++compiled;

        World world;
        for (const Fact& fact : facts()) world.push_back(writer.below(fact.values));
        Frame frame;
        INFO(question.text);
        const Tri known = question.answer(world, {}) ? Tri::yes : Tri::no;
        REQUIRE(expression.test(store_of(world), frame) == known);

        std::vector<std::size_t> unknown;
        for (int k = 0; k < 3; ++k)
            unknown.push_back(static_cast<std::size_t>(writer.below(static_cast<int>(facts().size()))));
        Store store = store_of(world);
        for (const std::size_t f : unknown) forget(store, facts()[f]);
        const Tri answer = expression.test(store, frame);
        Trace trace;  // one after the other instead of many at once
        REQUIRE(expression.test(store, frame, &trace) == answer);
        (answer == Tri::unknown ? open : decided)++;
        if (answer == Tri::unknown) continue;
        bool held = true;
        each_completion(world, unknown, 0,
                        [&](const World& w) { held = held && question.answer(w, {}) == (answer == Tri::yes); });
        REQUIRE(held);
    }
    // Enough of each to mean something.
    CHECK(compiled > 2000);
    CHECK(decided > 500);
    CHECK(open > 200);
}
