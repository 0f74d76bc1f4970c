#include "game/tool/assess.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "engine/host/key_files.h"
#include "engine/host/sealed_files.h"
#include "engine/host/source_file.h"
#include "game/commands.h"
#include "game/tool/seal.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/command_run.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;
namespace fs = std::filesystem;

namespace {

// Runs `needtoknow assess|privacy ...` as from a command line; `typed` is what a learner types.
Ran run(std::vector<std::string> words, const std::string& typed = {}) {
    CLI::App app("x", "needtoknow");
    tool::AssessCommand assess(app);
    std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
    Ran ran;
    try {
        app.parse(words);
    } catch (const CLI::ParseError& error) {
        ran.code = 2;
        ran.err = error.what();
        return ran;
    }
    std::ostringstream out, err;
    std::istringstream in(typed);
    if (assess.wants_to_play()) {
        tool::AssessRequest request = assess.request();
        request.terminal = true;
        std::streambuf* usual[] = {std::cin.rdbuf(in.rdbuf()), std::cout.rdbuf(out.rdbuf()),
                                   std::cerr.rdbuf(err.rdbuf())};
        ran.code = assess_run_command(request);
        std::cin.rdbuf(usual[0]);
        std::cout.rdbuf(usual[1]);
        std::cerr.rdbuf(usual[2]);
    } else {
        ran.code = assess.run(out, err);
    }
    ran.out = out.str();
    ran.err = err.str();
    return ran;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string pseudonym_in(const std::string& out) { return out.substr(out.find("p-"), 34); }

// Somebody who types Enter where a page goes on, and takes the first of everything else.
std::string typing(int pages) {
    std::string typed;
    for (int i = 0; i < pages; ++i) typed += "\n1\n";
    return typed;
}

// A store with an assessment of two short cases set in it.
struct Room {
    TemporaryFolder folder;
    std::string form = at("tiny.yaml"), store = at("room.store");
    Room() {
        std::ofstream(form) << "form: { id: tiny, title: A tiny form, version: 1.0.0, status: for tests }\n"
                               "guidance: { packs: [england-2024, plymouth], as_of: 2024-09-01 }\n"
                               "cases: [three-letters, door-ajar]\n";
        REQUIRE(run({"assess", "new", store, "--form", form, "--keep-days", "30", "--seed", "7"}).code == 0);
    }
    std::string at(const std::string& name) const { return (folder.path / name).string(); }
};

// Takes away this process's means to open a network connection: the attempt ends it at once.
void without_network() {
    constexpr auto argument = static_cast<std::uint32_t>(offsetof(seccomp_data, args[0]));
    sock_filter steps[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, argument),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    sock_fprog filter{sizeof steps / sizeof steps[0], steps};
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0) ::_exit(99);
}

// How a child process that does this without a network ends.
template <class F>
int without_network_ends(F run_it) {
    const pid_t child = ::fork();
    if (child == 0) {
        without_network();
        ::_exit(run_it());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

}  // namespace

TEST_CASE("an assessment is set, left, taken up, handed in, reviewed and shown") {
    const Room room;
    CHECK(run({"assess", "new", room.at("other.store"), "--form", room.form}).code == 2);  // for how long?
    CHECK_FALSE(fs::exists(room.at("other.store")));

    const Ran begun = run({"assess", "run", room.store}, "1\n" + typing(5));
    REQUIRE(begun.code == 0);
    CHECK(has(begun.out, "Before you begin: what is kept about you"));
    CHECK(has(begun.out, "Case 1 of 2: Three letters"));
    CHECK(has(begun.out, "Every decision you made is kept."));
    CHECK_FALSE(has(begun.out, "Nothing is scored"));
    const std::string learner = pseudonym_in(begun.out);
    CHECK(has(run({"assess", "list", room.store}).out, learner + "  "));
    CHECK(has(run({"assess", "list", room.store}).out, "not handed in"));

    const Ran done = run({"assess", "run", room.store, "--learner", learner}, typing(60));
    CHECK(has(done.out, "This goes on where you left the assessment."));
    CHECK(has(done.out, "Handed in"));
    CHECK_FALSE(has(done.out, "breached"));  // no verdict
    CHECK(has(run({"assess", "list", room.store}).out, "proposed: not yet; no assessor has decided"));

    const Ran shown = run({"assess", "show", room.store, learner, "--out", room.at("reports")});
    CHECK(shown.code == 0);
    CHECK(has(shown.out, "Proposal: Not yet, as far as the engine can tell."));
    for (const char* file : {"-door-ajar.jsonl", "-door-ajar.json", "-door-ajar.html", "-door-ajar.csv",
                             "-assessment.html", "-assessment.json"}) {
        INFO(file);
        CHECK(fs::file_size(room.at("reports/" + learner + file)) > 0);
    }
    const std::string page = whole_file(room.at("reports/" + learner + "-assessment.html"));
    CHECK(has(page, "Nobody has decided yet."));
    CHECK(has(page, "What each case came to"));
    CHECK(run({"assess", "review", room.store, learner, "--decision", "refer", "--assessor", "kim", "--reason",
               "The second case was interrupted."})
              .code == 0);
    CHECK(has(run({"assess", "list", room.store}).out, "decided: refer (kim)"));
    CHECK(has(run({"assess", "rules", room.store}).out, "kept"));
    const Ran figures = run({"assess", "cohort", room.store});
    CHECK(has(figures.out, "Results of many learners"));
    const Ran written = run({"assess", "cohort", room.store, "--report", room.at("cohort.txt"), "--report",
                             room.at("cohort.html"), "--report", room.at("cohort.json")});
    CHECK(written.code == 0);
    CHECK(written.out == "");
    CHECK(whole_file(room.at("cohort.txt")) == figures.out);
    CHECK(has(whole_file(room.at("cohort.html")), "<html"));
    CHECK(run({"assess", "cohort", room.store, "--report", room.at("cohort.docx")}).code == 2);
    CHECK_FALSE(fs::exists(room.at("cohort.docx")));
    CHECK(has(run({"assess", "check", room.store}).out, "The store holds together."));
    CHECK(run({"assess", "run", room.store, "--learner", "Ann"}).code == 2);
}

TEST_CASE("a decision is sealed beside the proposal, carried along, checked, and refused once anything is changed") {
    const Room room;
    const std::string learner = pseudonym_in(run({"assess", "run", room.store}, "1\n" + typing(60)).out);
    const std::string pub = room.at("kim.pub"), passphrase = room.at("passphrase");
    REQUIRE(write_new_key(room.at("kim"), Secret("a b c"), KeyCost::light));
    REQUIRE(write_new_key(room.at("lee"), Secret("a b c"), KeyCost::light));
    REQUIRE(write_file_atomically(passphrase, "a b c\n"));
    std::vector<std::string> review = {"assess",     "review", room.store, learner,     "--decision",        "not_yet",
                                       "--assessor", "kim",    "--reason", "We spoke.", "--passphrase-file", passphrase,
                                       "--key"};
    const auto with_key = [&](const std::string& key) {
        std::vector<std::string> words = review;
        words.push_back(room.at(key));
        return run(words);
    };
    REQUIRE(write_file_atomically(passphrase, "another\n"));
    CHECK(has(with_key("kim.key").err, "the passphrase does not fit this key"));
    CHECK(with_key("nobody.key").code == 3);
    CHECK(has(run({"assess", "list", room.store}).out, "no assessor has decided"));  // nothing half-noted
    REQUIRE(write_file_atomically(passphrase, "a b c\n"));
    const Ran sealed = with_key("kim.key");
    CHECK(sealed.err == "");
    CHECK(has(sealed.out, "Noted: not_yet, and sealed with key "));

    Ran shown = run({"assess", "show", room.store, learner, "--pub", pub, "--out", room.at("out")});
    CHECK(shown.code == 0);
    CHECK(has(shown.out, "kim: not_yet. We spoke.\n  Sealed with key "));
    CHECK(has(shown.out, "which is the key given: the seal holds."));
    CHECK(has(run({"assess", "show", room.store, learner}).out, "; not checked here."));
    shown = run({"assess", "show", room.store, learner, "--pub", room.at("lee.pub")});
    CHECK(shown.code == 1);
    CHECK(has(shown.out, "with the key given, it does not hold."));

    // The file stands for itself: for us and for Debian's minisign.
    const std::string file = room.at("out/" + learner + "-decision-1.json");
    const auto verify = [&] { return run_command<tool::SealCommands>({"verify", file, "--pub", pub}); };
    CHECK(verify().code == 0);
    CHECK(has(verify().out, "kim: not_yet. We spoke.\nAbout " + learner + ", session s-"));
    CHECK(has(verify().out, "; the engine proposed: not_yet.\n"));
    CHECK(std::system(("minisign -V -q -p '" + pub + "' -m '" + file + "' >'" + room.at("said") + "'").c_str()) == 0);
    const std::string good = whole_file(file), seal = whole_file(file + ".minisig");
    Diagnostics diagnostics;
    const std::string key_text = whole_file(pub);
    const auto key = read_public_key(key_text, diagnostics.add_source(pub, key_text), diagnostics);
    REQUIRE(key);
    const auto holds = [&](const std::string& bytes, const std::string& signature) {
        Diagnostics found;
        return check_decision_seal({"decision", bytes}, {"seal", signature}, *key, found).has_value();
    };
    REQUIRE(holds(good, seal));
    std::size_t let_through = 0;
    for (std::size_t i = 0; i < good.size() + seal.size(); ++i) {
        std::string bytes = good, signature = seal;
        char& other = i < good.size() ? bytes[i] : signature[i - good.size()];
        other = static_cast<char>(other ^ 1);
        let_through += holds(bytes, signature) ? 1 : 0;
    }
    CHECK(let_through == 0);
    std::ofstream(file) << good << " ";
    CHECK(verify().code == 1);

    // It goes along to another store, and there the seal is still whole.
    const std::string all = room.at("all.store");
    REQUIRE(run({"assess", "new", all, "--form", room.form, "--keep-days", "30", "--seed", "7"}).code == 0);
    REQUIRE(run({"assess", "export", room.store, room.at("stick")}).code == 0);
    const std::string stick = fs::directory_iterator(room.at("stick"))->path().string();
    CHECK(run({"assess", "gather", all, stick}).code == 0);
    CHECK(run({"assess", "show", all, learner, "--pub", pub}).code == 0);

    // Whoever changes the decision in the store cannot change what was sealed.
    {
        SQLite::Database database(all.c_str(), SQLite::OPEN_READWRITE);
        database.exec("UPDATE review SET decision = 'met'");
    }
    shown = run({"assess", "show", all, learner});
    CHECK(shown.code == 1);
    CHECK(has(shown.out, "The seal beside it is for something else: do not trust this decision."));
    REQUIRE(run({"assess", "export", all, room.at("other")}).code == 0);
    const std::string other = fs::directory_iterator(room.at("other"))->path().string();
    const Ran gathered = run({"assess", "gather", room.store, other});
    CHECK(gathered.code == 1);
    CHECK(has(gathered.err, "error E753: the seal of a decision was made for something else"));
}

TEST_CASE("an old session under other rules is flagged and stays as it is") {
    const Room room;
    run({"assess", "run", room.store}, "1\n" + typing(60));
    const std::string before = run({"assess", "list", room.store}).out;
    const Ran same = run({"assess", "changed", room.store});
    CHECK(same.code == 0);
    CHECK(has(same.out, "0 of 1 session would come out differently. Nothing was changed."));
    const Ran other = run({"assess", "changed", room.store, "--packs", "england-2024"});
    CHECK(other.code == 1);
    CHECK(has(other.out, "1 of 1 session would come out differently. Nothing was changed."));
    CHECK(has(other.out, "three-letters 1.0.2:"));
    CHECK(run({"assess", "list", room.store}).out == before);
    CHECK(run({"assess", "changed", room.store}).out == same.out);
}

TEST_CASE("what is held about a learner is told, handed over and erased") {
    const Room room;
    const std::string ada = pseudonym_in(run({"assess", "run", room.store}, "1\n" + typing(60)).out);
    const std::string bob = pseudonym_in(run({"assess", "run", room.store}, "1\n" + typing(3)).out);
    const Ran list = run({"privacy", "list", room.store});
    CHECK((has(list.out, ada) && has(list.out, bob)));
    CHECK(run({"privacy", "export", room.store, ada, room.at("ada")}).code == 0);
    CHECK(has(whole_file(room.at("ada/held.csv")), ada));
    CHECK_FALSE(has(whole_file(room.at("ada/held.csv")), bob));

    CHECK(has(run({"privacy", "erase", room.store, ada}).out, "would be erased"));
    CHECK(has(run({"privacy", "list", room.store}).out, ada));
    CHECK(run({"privacy", "erase", room.store, ada, "--yes"}).code == 0);
    CHECK_FALSE(has(run({"privacy", "list", room.store}).out, ada));
    for (const auto& file : fs::directory_iterator(room.folder.path))
        if (file.is_regular_file()) CHECK_FALSE(has(whole_file(file.path()), ada));
    CHECK(has(run({"privacy", "list", room.store}).out, bob));
    CHECK(run({"privacy", "erase", room.store, ada, "--yes"}).code == 2);
}

TEST_CASE("what is past its time is said, and goes only when it is told to") {
    const Room room;
    const std::string ada = pseudonym_in(run({"assess", "run", room.store}, "1\n" + typing(3)).out);
    CHECK(has(run({"privacy", "purge", room.store, "--yes"}).out, "0 sessions of 1 are past that"));
    {
        SQLite::Database database(room.store.c_str(), SQLite::OPEN_READWRITE);
        database.exec("UPDATE session SET day = day - 31");
    }
    CHECK(has(run({"assess", "list", room.store}).err, "1 session is past the 30 days"));
    CHECK(has(run({"privacy", "purge", room.store}).out, "They would be erased."));
    CHECK(has(run({"privacy", "list", room.store}).out, ada));
    CHECK(has(run({"privacy", "purge", room.store, "--yes"}).out, "1 session erased."));
    CHECK_FALSE(has(run({"privacy", "list", room.store}).out, ada));

    const std::string later = pseudonym_in(run({"assess", "run", room.store}, "1\n" + typing(3)).out);
    {
        SQLite::Database database(room.store.c_str(), SQLite::OPEN_READWRITE);
        database.exec("UPDATE session SET day = day + 400");  // as if the clock had been set back since
    }
    const Ran purge = run({"privacy", "purge", room.store, "--yes"});
    CHECK(has(purge.err, "Check the clock"));
    CHECK(has(run({"privacy", "list", room.store}).out, later));
}

TEST_CASE("results are carried from machine to machine") {
    const Room room;
    run({"assess", "run", room.store}, "1\n" + typing(60));
    CHECK(has(run({"assess", "export", room.store, room.at("stick")}).out, "1 session written"));
    const std::string all = room.at("all.store");
    REQUIRE(run({"assess", "new", all, "--form", room.form, "--keep-days", "30", "--seed", "7"}).code == 0);
    const std::string file = fs::directory_iterator(room.at("stick"))->path().string();
    CHECK(run({"assess", "gather", all, file}).out == "1 added, 0 extended, 0 known already, 0 refused\n");
    CHECK(run({"assess", "gather", all, file, file}).out == "0 added, 0 extended, 2 known already, 0 refused\n");
    CHECK(run({"assess", "show", all, pseudonym_in(run({"privacy", "list", all}).out)}).code == 0);
    CHECK(run({"assess", "backup", all, room.at("copy")}).code == 0);
    CHECK(run({"assess", "restore", room.at("copy"), room.at("again.store")}).code == 0);
    CHECK(run({"privacy", "list", room.at("again.store")}).code == 0);
    CHECK(run({"assess", "restore", room.at("copy"), room.at("again.store")}).code == 3);  // never over something
}

TEST_CASE("no network connection is opened, from setting an assessment to erasing it") {
    const int control = without_network_ends([] { return ::socket(AF_INET, SOCK_STREAM, 0) < 0 ? 1 : 0; });
    if (WIFEXITED(control) && WEXITSTATUS(control) == 99) {
        WARN("this kernel does not let a process give up its network: not checked here");
        return;
    }
    REQUIRE(WIFSIGNALED(control));  // the means of this test do work
    const Room room;
    const int status = without_network_ends([&] {
        const Ran taken = run({"assess", "run", room.store}, "1\n" + typing(60));
        const std::string learner = pseudonym_in(taken.out);
        int worst = taken.code;
        for (const std::vector<std::string>& words :
             std::vector<std::vector<std::string>>{{"assess", "list", room.store},
                                                   {"assess", "show", room.store, learner},
                                                   {"assess", "cohort", room.store},
                                                   {"assess", "changed", room.store},
                                                   {"assess", "export", room.store, room.at("stick")},
                                                   {"privacy", "export", room.store, learner, room.at("copy")},
                                                   {"privacy", "erase", room.store, learner, "--yes"}})
            worst = std::max(worst, run(words).code);
        return worst;
    });
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}
