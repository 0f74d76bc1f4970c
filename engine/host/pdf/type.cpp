#include "engine/host/pdf/type.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <stdexcept>

namespace ntk::pdf {

namespace {

struct FontFile {
    const char* path;
    const char* package;
};

constexpr FontFile font_files[] = {
    {"/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf", "fonts-open-sans"},
    {"/usr/share/fonts/truetype/open-sans/OpenSans-Bold.ttf", "fonts-open-sans"},
    {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "fonts-dejavu-core"},
    {"/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf", "fonts-dejavu-core"},
};

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

template <class T>
std::shared_ptr<T> owned(T* object) {
    return std::shared_ptr<T>(object, [](T* one) { g_object_unref(one); });
}

}  // namespace

double SetText::height_of(std::size_t first, std::size_t end) const {
    double sum = 0;
    for (std::size_t i = first; i < std::min(end, lines.size()); ++i) sum += lines[i].height;
    return sum;
}

Type::Type() {
    FcConfig* config = FcConfigCreate();
    for (const FontFile& file : font_files)
        if (FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(file.path)) == FcFalse) {
            FcConfigDestroy(config);
            throw std::runtime_error(file.package);
        }
    fonts_ = owned(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts_.get()), config);
    FcConfigDestroy(config);  // the font map holds on to it
    context_ = context(PANGO_DIRECTION_LTR);
    leftward_ = context(PANGO_DIRECTION_RTL);
}

std::shared_ptr<PangoContext> Type::context(PangoDirection direction) const {
    auto made = owned(pango_font_map_create_context(fonts_.get()));
    pango_cairo_context_set_resolution(made.get(), 72);
    pango_context_set_round_glyph_positions(made.get(), FALSE);
    pango_context_set_language(made.get(), pango_language_from_string("en-gb"));
    pango_context_set_base_dir(made.get(), direction);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(made.get(), options);
    cairo_font_options_destroy(options);
    return made;
}

std::shared_ptr<PangoLayout> Type::layout(const std::string& text, const Style& style, PangoContext* context) const {
    auto made = owned(pango_layout_new(context));
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, "Open Sans,DejaVu Sans");
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    if (style.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(made.get(), font);
    pango_font_description_free(font);
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    // A ligature is copied out as one odd character by some readers, and ends a word early in others.
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0"));
    pango_layout_set_attributes(made.get(), attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
    return made;
}

// Within a text, pango leaves the space at the end of a line out, and words would run together when they are read. So
// such a line is set once more as a text of its own.
SetLine Type::alone(SetLine line, const std::string& words, const Style& style) const {
    const bool leftward = line.line->resolved_dir == PANGO_DIRECTION_RTL;
    line.own = layout(words, style, (leftward ? leftward_ : context_).get());
    pango_layout_set_auto_dir(line.own.get(), FALSE);
    line.line = pango_layout_get_line_readonly(line.own.get(), 0);
    PangoRectangle logical;
    pango_layout_line_get_extents(line.line, nullptr, &logical);
    if (leftward) line.x += line.width - points(logical.width);
    return line;
}

SetText Type::set(const std::string& text, const Style& style, double width) const {
    SetText done;
    done.style = style;
    const auto whole = layout(text, style, context_.get());
    PangoLayout* const layout = whole.get();
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (width >= 0) pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
    done.drawable = pango_layout_get_unknown_glyphs_count(layout) == 0;

    PangoLayoutIter* iter = pango_layout_get_iter(layout);
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(iter, nullptr, &logical);
        SetLine line;
        line.own = whole;
        line.line = pango_layout_iter_get_line_readonly(iter);
        line.x = points(logical.x);
        line.width = points(logical.width);
        line.height = points(logical.height);
        line.ascent = points(pango_layout_iter_get_baseline(iter) - logical.y);
        done.height += line.height;
        done.width = std::max(done.width, line.width);
        const auto start = static_cast<std::size_t>(line.line->start_index);
        const auto length = static_cast<std::size_t>(line.line->length);
        const bool wrapped = length > 0 && start + length < text.size() && text[start + length - 1] == ' ';
        done.lines.push_back(wrapped ? alone(line, text.substr(start, length), style) : line);
    } while (pango_layout_iter_next_line(iter) != FALSE);
    pango_layout_iter_free(iter);
    return done;
}

double Type::longest_word(const std::string& text, const Style& style, double most) const {
    double longest = 0;
    for (std::size_t at = 0; at < text.size() && longest < most;) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        if (end - at > 400) return most;
        if (end > at) longest = std::max(longest, set(text.substr(at, end - at), style, -1).width);
        at = end + 1;
    }
    return std::min(longest, most);
}

}  // namespace ntk::pdf
