#pragma once

namespace ntk {

// A spot in something an author wrote: which source, which line and column (both from 1; 0 means "the whole source").
// Columns count characters, not bytes, as editors do.
struct Place {
    int source = 0;  // index given by Diagnostics::add_source
    int line = 0;
    int column = 0;

    friend bool operator==(const Place&, const Place&) = default;
};

}  // namespace ntk
