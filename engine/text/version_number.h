#pragma once

#include <string>

namespace ntk {

class Diagnostics;
class Fields;

// The field 'version', which has to be there: three numbers with points between them, as in 1.0.2. Reports E629 for
// anything else and returns what was written. Source: Semantic Versioning 2.0.0, section 2, without pre-releases.
std::string require_version(Fields& fields, Diagnostics& diagnostics);

}  // namespace ntk
