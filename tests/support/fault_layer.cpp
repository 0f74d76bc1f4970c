#include "tests/support/fault_layer.h"

#include <sqlite3.h>

#include <new>
#include <stdexcept>

namespace ntk {

namespace fault_layer {

namespace {

std::vector<FileStep> noted;
long long refuse_at = -1;
long long refusals = 0;
Refusal refusal = Refusal::none;
sqlite3_vfs* usual = nullptr;
sqlite3_vfs layer;

struct File {
    sqlite3_file base;
    std::string* path;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
File* of(sqlite3_file* file) { return reinterpret_cast<File*>(file); }

// What a step that writes is answered with.
int answer() {
    if (refuse_at > 0) --refuse_at;
    if (refuse_at != 0 || refusals <= 0) return SQLITE_OK;
    --refusals;
    switch (refusal) {
        case Refusal::none: return SQLITE_OK;
        case Refusal::full: return SQLITE_FULL;
        case Refusal::broken: return SQLITE_IOERR_WRITE;
        case Refusal::read_only: return SQLITE_READONLY;
    }
    return SQLITE_OK;
}

int close(sqlite3_file* file) {
    File* mine = of(file);
    const int code = mine->real()->pMethods->xClose(mine->real());
    delete mine->path;
    return code;
}
int read(sqlite3_file* file, void* into, int size, sqlite3_int64 at) {
    return of(file)->real()->pMethods->xRead(of(file)->real(), into, size, at);
}
int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    if (const int code = answer(); code != SQLITE_OK) return code;
    noted.push_back({FileStep::Kind::write, *of(file)->path, at,
                     std::string(static_cast<const char*>(from), static_cast<std::size_t>(size))});
    return of(file)->real()->pMethods->xWrite(of(file)->real(), from, size, at);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (const int code = answer(); code != SQLITE_OK) return code;
    noted.push_back({FileStep::Kind::cut, *of(file)->path, size, {}});
    return of(file)->real()->pMethods->xTruncate(of(file)->real(), size);
}
int sync(sqlite3_file* file, int flags) {
    if (const int code = answer(); code != SQLITE_OK) return code == SQLITE_IOERR_WRITE ? SQLITE_IOERR_FSYNC : code;
    noted.push_back({FileStep::Kind::sync, *of(file)->path, 0, {}});
    return of(file)->real()->pMethods->xSync(of(file)->real(), flags);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return of(file)->real()->pMethods->xFileSize(of(file)->real(), size);
}
int lock(sqlite3_file* file, int kind) { return of(file)->real()->pMethods->xLock(of(file)->real(), kind); }
int unlock(sqlite3_file* file, int kind) { return of(file)->real()->pMethods->xUnlock(of(file)->real(), kind); }
int check_lock(sqlite3_file* file, int* held) {
    return of(file)->real()->pMethods->xCheckReservedLock(of(file)->real(), held);
}
int control(sqlite3_file* file, int op, void* arg) {
    return of(file)->real()->pMethods->xFileControl(of(file)->real(), op, arg);
}
int sector(sqlite3_file* file) { return of(file)->real()->pMethods->xSectorSize(of(file)->real()); }
// Nothing is promised about the device: no write is whole by itself.
int device(sqlite3_file* /*file*/) { return 0; }
int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** into) {
    return of(file)->real()->pMethods->xShmMap(of(file)->real(), page, size, extend, into);
}
int shm_lock(sqlite3_file* file, int at, int count, int flags) {
    return of(file)->real()->pMethods->xShmLock(of(file)->real(), at, count, flags);
}
void shm_barrier(sqlite3_file* file) { of(file)->real()->pMethods->xShmBarrier(of(file)->real()); }
int shm_unmap(sqlite3_file* file, int remove) {
    return of(file)->real()->pMethods->xShmUnmap(of(file)->real(), remove);
}

const sqlite3_io_methods methods = {2,        close,       read,       write,   truncate, sync,   file_size,
                                    lock,     unlock,      check_lock, control, sector,   device, shm_map,
                                    shm_lock, shm_barrier, shm_unmap,  nullptr, nullptr};

int open(sqlite3_vfs* /*vfs*/, const char* path, sqlite3_file* file, int flags, int* out) {
    File* mine = of(file);
    mine->base.pMethods = nullptr;
    const int code = usual->xOpen(usual, path, mine->real(), flags, out);
    if (code != SQLITE_OK) return code;
    mine->path = new std::string(path == nullptr ? "" : path);
    mine->base.pMethods = &methods;
    return SQLITE_OK;
}
int remove(sqlite3_vfs* /*vfs*/, const char* path, int sync_folder) {
    noted.push_back({FileStep::Kind::remove, path, 0, {}});
    return usual->xDelete(usual, path, sync_folder);
}

void apply(std::string& content, const FileStep& step, std::size_t most = std::string::npos) {
    if (step.kind == FileStep::Kind::cut) {
        content.resize(static_cast<std::size_t>(step.at));
        return;
    }
    const std::string bytes = step.bytes.substr(0, most);
    const std::size_t end = static_cast<std::size_t>(step.at) + bytes.size();
    if (content.size() < end) content.resize(end);
    content.replace(static_cast<std::size_t>(step.at), bytes.size(), bytes);
}

}  // namespace

void begin() {
    noted.clear();
    refuse_at = -1;
    refusals = 0;
    if (usual != nullptr) return;
    usual = sqlite3_vfs_find(nullptr);
    layer = *usual;
    layer.zName = name;
    layer.szOsFile = static_cast<int>(sizeof(File)) + usual->szOsFile;
    layer.pNext = nullptr;
    layer.xOpen = open;
    layer.xDelete = remove;
    if (sqlite3_vfs_register(&layer, 0) != SQLITE_OK) throw std::runtime_error("the layer is not taken");
}

void refuse_from(long long step, Refusal how, long long times) {
    refuse_at = step + 1;
    refusal = how;
    refusals = times;
}

const std::vector<FileStep>& steps() { return noted; }

}  // namespace fault_layer

std::map<std::string, std::string> after_a_power_cut(const std::vector<FileStep>& steps, std::size_t count,
                                                     Unsynced lost) {
    std::map<std::string, std::string> durable;
    std::map<std::string, std::vector<const FileStep*>> pending;
    for (std::size_t i = 0; i < count; ++i) {
        const FileStep& step = steps[i];
        if (step.kind == FileStep::Kind::sync) {
            for (const FileStep* one : pending[step.file]) fault_layer::apply(durable[step.file], *one);
            pending[step.file].clear();
        } else if (step.kind == FileStep::Kind::remove) {
            durable.erase(step.file);
            pending[step.file].clear();
        } else {
            pending[step.file].push_back(&step);
        }
    }
    for (auto& [file, waiting] : pending) {
        if (waiting.empty() || lost == Unsynced::dropped) continue;
        std::string& content = durable[file];
        if (lost == Unsynced::in_another_order) {  // only the later half has reached the disk
            for (std::size_t i = waiting.size() / 2; i < waiting.size(); ++i) fault_layer::apply(content, *waiting[i]);
            continue;
        }
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            const bool last = i + 1 == waiting.size();
            fault_layer::apply(content, *waiting[i],
                               last && lost == Unsynced::torn ? waiting[i]->bytes.size() / 2 : std::string::npos);
        }
    }
    return durable;
}

}  // namespace ntk
