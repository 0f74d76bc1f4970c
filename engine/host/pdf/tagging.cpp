#include "engine/host/pdf/tagging.h"

#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

namespace ntk::pdf {

namespace {

using Handle = QPDFObjectHandle;
using Token = QPDFTokenizer::Token;

// Puts our marks in the place of those that cairo wrote around everything that was drawn on a page.
class Marker : public Handle::TokenFilter {
  public:
    explicit Marker(const PageMarks& marks) : marks_(marks) {}

    void handleToken(Token const& token) override {
        held_.push_back(token);
        if (token.getType() != QPDFTokenizer::tt_word) return;
        if (token.getValue() == "BDC") mark();
        for (const Token& one : held_) writeToken(one);
        held_.clear();
    }

    void handleEOF() override {
        for (const Token& one : held_) writeToken(one);
        held_.clear();
        if (next_ != marks_.size()) throw std::runtime_error("the page holds fewer marks than were drawn");
        next_ = 0;  // a writer may read a page more than once
    }

  private:
    // The operands of BDC are held: a name and a dictionary. Without /MCID they are the text of a ligature, and stay.
    void mark() {
        bool numbered = false;
        for (const Token& one : held_) numbered = numbered || one.getValue() == "/MCID";
        if (!numbered) return;
        if (next_ == marks_.size()) throw std::runtime_error("the page holds more marks than were drawn");
        const int place = marks_[next_++];
        held_.clear();
        write(place < 0 ? std::string("/Artifact BMC") : "/Span <</MCID " + std::to_string(place) + ">> BDC");
    }

    const PageMarks& marks_;
    std::size_t next_ = 0;
    std::vector<Token> held_;
};

class Tagger {
  public:
    Tagger(QPDF& file, std::size_t pages) : file_(file), parents_(pages) {}

    void build(const std::vector<Handle>& pages, const Node& root) {
        pages_ = pages;
        Handle tree = file_.makeIndirectObject(Handle::parse("<< /Type /StructTreeRoot >>"));
        tree.replaceKey("/K", element(root, tree));
        Handle numbers = Handle::newArray();
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            numbers.appendItem(Handle::newInteger(static_cast<long long>(i)));
            numbers.appendItem(file_.makeIndirectObject(Handle::newArray(parents_[i])));
            pages_[i].replaceKey("/StructParents", Handle::newInteger(static_cast<long long>(i)));
            pages_[i].replaceKey("/Tabs", Handle::newName("/S"));
        }
        Handle parent_tree = Handle::newDictionary();
        parent_tree.replaceKey("/Nums", numbers);
        tree.replaceKey("/ParentTree", file_.makeIndirectObject(parent_tree));
        tree.replaceKey("/ParentTreeNextKey", Handle::newInteger(static_cast<long long>(pages_.size())));
        file_.getRoot().replaceKey("/StructTreeRoot", tree);
    }

  private:
    Handle element(const Node& node, Handle parent) {
        Handle made = file_.makeIndirectObject(Handle::parse("<< /Type /StructElem >>"));
        made.replaceKey("/S", Handle::newName("/" + node.role));
        made.replaceKey("/P", parent);
        if (!node.alt.empty()) made.replaceKey("/Alt", Handle::newUnicodeString(node.alt));
        if (!node.actual.empty()) made.replaceKey("/ActualText", Handle::newUnicodeString(node.actual));
        if (!node.scope.empty()) made.replaceKey("/A", Handle::parse("<< /O /Table /Scope /" + node.scope + " >>"));
        if (node.role == "L") made.replaceKey("/A", Handle::parse("<< /O /List /ListNumbering /Disc >>"));
        Handle kids = Handle::newArray();
        for (const auto& child : node.children) kids.appendItem(element(*child, made));
        for (const Mark& mark : node.marks) {
            const auto page = static_cast<std::size_t>(mark.page);
            Handle reference = Handle::parse("<< /Type /MCR >>");
            reference.replaceKey("/Pg", pages_[page]);
            reference.replaceKey("/MCID", Handle::newInteger(mark.place));
            kids.appendItem(reference);
            auto& owners = parents_[page];
            if (owners.size() <= static_cast<std::size_t>(mark.place))
                owners.resize(static_cast<std::size_t>(mark.place) + 1, Handle::newNull());
            owners[static_cast<std::size_t>(mark.place)] = made;
        }
        if (kids.getArrayNItems() > 0) made.replaceKey("/K", kids);
        return made;
    }

    QPDF& file_;
    std::vector<Handle> pages_;
    std::vector<std::vector<Handle>> parents_;  // of each mark of each page
};

// Bookmarks hang together by first, last, previous and next; a deeper heading is a child of the one above it.
class Outline {
  public:
    Outline(QPDF& file, const std::vector<Handle>& pages, const std::vector<Bookmark>& marks)
        : file_(file), pages_(pages), marks_(marks) {}

    void build() {
        if (marks_.empty()) return;
        Handle root = file_.makeIndirectObject(Handle::parse("<< /Type /Outlines >>"));
        level(root, 0);
        file_.getRoot().replaceKey("/Outlines", root);
        file_.getRoot().replaceKey("/PageMode", Handle::newName("/UseOutlines"));
    }

  private:
    // Adds the bookmarks from `next_` on that lie deeper than `above`; returns how many show when all is open.
    int level(Handle parent, int above) {
        int shown = 0;
        Handle before;
        while (next_ < marks_.size() && marks_[next_].level > above) {
            const Bookmark& mark = marks_[next_++];
            Handle item = file_.makeIndirectObject(Handle::newDictionary());
            item.replaceKey("/Title", Handle::newUnicodeString(mark.words));
            item.replaceKey("/Parent", parent);
            Handle target = Handle::newArray();
            target.appendItem(pages_[static_cast<std::size_t>(mark.page)]);
            target.appendItem(Handle::newName("/XYZ"));
            target.appendItem(Handle::newInteger(0));
            target.appendItem(Handle::newInteger(static_cast<long long>(sheet_height - mark.top + 6)));
            target.appendItem(Handle::newNull());
            item.replaceKey("/Dest", target);
            if (before.isInitialized()) {
                item.replaceKey("/Prev", before);
                before.replaceKey("/Next", item);
            } else {
                parent.replaceKey("/First", item);
            }
            parent.replaceKey("/Last", item);
            before = item;
            shown += 1 + level(item, mark.level);
        }
        if (shown > 0) parent.replaceKey("/Count", Handle::newInteger(shown));
        return shown;
    }

    QPDF& file_;
    const std::vector<Handle>& pages_;
    const std::vector<Bookmark>& marks_;
    std::size_t next_ = 0;
};

std::string in_xml(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    return out;
}

// What the file says of itself, in XMP. It makes no claim to PDF/UA: no validator for it is at hand.
std::string metadata(const PaperFacts& facts) {
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n<dc:format>application/pdf</dc:format>\n"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           in_xml(facts.title) + "</rdf:li></rdf:Alt></dc:title>\n<dc:language><rdf:Bag><rdf:li>" +
           in_xml(facts.language) +
           "</rdf:li></rdf:Bag></dc:language>\n"
           "<pdf:Producer>" +
           in_xml(facts.program) +
           "</pdf:Producer>\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

void describe(QPDF& file, const PaperFacts& facts) {
    Handle info = Handle::newDictionary();
    info.replaceKey("/Title", Handle::newUnicodeString(facts.title));
    info.replaceKey("/Producer", Handle::newUnicodeString(facts.program));
    file.getTrailer().replaceKey("/Info", file.makeIndirectObject(info));  // cairo's holds the time of day
    Handle root = file.getRoot();
    root.replaceKey("/Lang", Handle::newString(facts.language));
    root.replaceKey("/MarkInfo", Handle::parse("<< /Marked true >>"));
    root.replaceKey("/ViewerPreferences", Handle::parse("<< /DisplayDocTitle true >>"));
    Handle xmp = Handle::newStream(&file, metadata(facts));
    xmp.getDict().replaceKey("/Type", Handle::newName("/Metadata"));
    xmp.getDict().replaceKey("/Subtype", Handle::newName("/XML"));
    root.replaceKey("/Metadata", xmp);
}

}  // namespace

std::string tag_paper(const std::string& drawn, const std::vector<PageMarks>& marks, const Node& root,
                      const std::vector<Bookmark>& bookmarks, const PaperFacts& facts) {
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("report", drawn.data(), drawn.size());
    std::vector<Handle> pages;
    for (auto& page : QPDFPageDocumentHelper(file).getAllPages()) {
        if (pages.size() >= marks.size()) throw std::runtime_error("there are more pages than were drawn");
        page.addContentTokenFilter(std::make_shared<Marker>(marks[pages.size()]));
        pages.push_back(page.getObjectHandle());
    }
    if (pages.size() != marks.size()) throw std::runtime_error("there are fewer pages than were drawn");
    Tagger(file, pages.size()).build(pages, root);
    Outline(file, pages, bookmarks).build();
    describe(file, facts);

    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setMinimumPDFVersion("1.7");
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
}

}  // namespace ntk::pdf
