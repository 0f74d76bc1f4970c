// What ImGui's own examples cost: a window of words drawn by its SDL_Renderer back end, in the same fonts and at the
// same places as a picture of ours. Usage: bare_imgui WORDS [REDRAWS]. Each line of WORDS is a face, a place, a width
// and the words. With REDRAWS it prints the processor milliseconds of one redraw; without, it shows and waits.
#include <SDL.h>
#include <imgui.h>
#include <imgui_impl_sdl.h>
#include <imgui_impl_sdlrenderer.h>

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <vector>

#include "tests/bench/bare_fonts.h"

namespace {

struct Words {
    std::size_t face = 0;
    float x = 0, y = 0, width = 0;
    std::string text;
};

std::vector<Words> read_words(const char* path) {
    std::vector<Words> all;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        Words words;
        std::istringstream parts(line);
        parts >> words.face >> words.x >> words.y >> words.width;
        parts.get();
        std::getline(parts, words.text);
        all.push_back(std::move(words));
    }
    return all;
}

double cpu_milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) return 1;
    const std::vector<Words> words = read_words(arguments[1]);
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return 1;
    SDL_Window* window =
        SDL_CreateWindow("bare", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1280, 800, SDL_WINDOW_RESIZABLE);
    SDL_Renderer* renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    const auto faces = ntk::add_bare_fonts(*ImGui::GetIO().Fonts, false);
    ImGui_ImplSDL2_InitForSDLRenderer(window);
    ImGui_ImplSDLRenderer_Init(renderer);
    const auto redraw = [&] {
        ImGui_ImplSDLRenderer_NewFrame();
        ImGui_ImplSDL2_NewFrame();
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({1280, 800});
        ImGui::Begin("words", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
        for (const Words& each : words) {
            ImGui::PushFont(faces.at(each.face));
            ImGui::SetCursorScreenPos({each.x, each.y});
            ImGui::PushTextWrapPos(each.x + each.width);
            ImGui::TextUnformatted(each.text.data(), each.text.data() + each.text.size());
            ImGui::PopTextWrapPos();
            ImGui::PopFont();
        }
        ImGui::End();
        ImGui::Render();
        SDL_SetRenderDrawColor(renderer, 250, 248, 242, 255);
        SDL_RenderClear(renderer);
        ImGui_ImplSDLRenderer_RenderDrawData(ImGui::GetDrawData());
        SDL_RenderPresent(renderer);
    };
    for (int warm = 0; warm < 3; ++warm) redraw();
    if (count == 2) {
        for (SDL_Event event; SDL_WaitEvent(&event) != 0 && event.type != SDL_QUIT;) {
        }
        return 0;
    }
    std::vector<double> each;
    for (int n = std::atoi(arguments[2]); n > 0; --n) {
        const double from = cpu_milliseconds();
        redraw();
        each.push_back(cpu_milliseconds() - from);
    }
    std::sort(each.begin(), each.end());
    std::printf("%.4f\n", each.empty() ? 0.0 : each[each.size() / 2]);
    SDL_Quit();
    return 0;
}
