#pragma once

#include <functional>
#include <memory>
#include <string>

namespace ntk::desktop {

// Reads words out through the speech dispatcher, so with the voice and the speed that the user has set there. Its
// library is loaded when reading aloud is switched on, and never before. All of it happens on a thread of its own: a
// dispatcher that is slow to start, or hangs, holds nothing up.
class Voice {
  public:
    // `library` is looked for as the system does ("libspeechd.so.2"); `language` is a code such as "en-GB"; `wake` is
    // called from the thread when what `problem` says has changed.
    Voice(std::string library, std::string language, std::function<void()> wake);
    ~Voice();
    Voice(const Voice&) = delete;
    Voice& operator=(const Voice&) = delete;

    // Says these words in place of any that are being said.
    void say(std::string words);

    // What is said from now on is in this language; without a voice for it, what is heard is up to the dispatcher.
    void speak_in(std::string language);

    // Stops at once.
    void hush();

    // In plain words why nothing can be heard; empty while all is well.
    std::string problem() const;

  private:
    class Mouth;
    std::shared_ptr<Mouth> mouth_;
};

}  // namespace ntk::desktop
