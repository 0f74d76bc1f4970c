// Stands in for libspeechd.so.2: writes down what it is asked, one line each, in the file that NTK_SAID names.
// NTK_SPEECH_FAILS may be "open" (there is no dispatcher) or "say" (it has gone after the first words).
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

void note(const std::string& line) {
    const char* path = std::getenv("NTK_SAID");
    if (path == nullptr) return;
    if (std::FILE* file = std::fopen(path, "a")) {
        std::fprintf(file, "%s\n", line.c_str());
        std::fclose(file);
    }
}

bool fails(const char* what) {
    const char* asked = std::getenv("NTK_SPEECH_FAILS");
    return asked != nullptr && std::strcmp(asked, what) == 0;
}

struct Line {
    int said = 0;
};

}  // namespace

extern "C" {

void* spd_open2(const char* client, const char* connection, const char*, int, const void*, int, char** error) {
    note(std::string("open ") + client + " " + connection);
    if (!fails("open")) return new Line;
    *error = strdup("Error: can't connect");
    return nullptr;
}

void spd_close(void* line) {
    note("close");
    delete static_cast<Line*>(line);
}

int spd_say(void* line, int, const char* words) {
    if (fails("say") && ++static_cast<Line*>(line)->said > 1) return -1;
    note(std::string("say ") + words);
    return 1;
}

int spd_cancel(void*) {
    note("cancel");
    return 0;
}

int spd_set_language(void*, const char* language) {
    note(std::string("language ") + language);
    return 0;
}
}
