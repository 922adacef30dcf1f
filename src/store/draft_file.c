// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/draft_file.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

// A content follows its header: mark, number, length, checksum, and is followed by a line end.
static const char mark[] = "greffe-brouillon 1 ";
enum {
    MARK_SIZE = sizeof mark - 1,
    HEADER_SIZE = MARK_SIZE + 16 + 1 + 8 + 1 + 16 + 1,
    LARGEST_FILE = 8 * 1024 * 1024,
    MOST_ATTEMPTS = 100,
};

struct header {
    uint64_t number;
    size_t length;
    uint64_t checksum;
};

// FNV-1a of the number and the bytes.
static uint64_t checksum_of(uint64_t number, const char *bytes, size_t length)
{
    uint64_t sum = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < sizeof number; i++)
        sum = (sum ^ ((number >> (8 * i)) & 0xff)) * UINT64_C(0x100000001b3);
    for (size_t i = 0; i < length; i++)
        sum = (sum ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001b3);
    return sum;
}

void draft_file_init(struct draft_file *file)
{
    *file = (struct draft_file){.descriptor = -1};
}

static enum status refuse(const char *path, const char *what, int error, struct problem *problem)
{
    return problem_set(problem, STATUS_SYSTEM,
        "Ce qui est tapé ne peut pas être %s dans %s (%s) : validez souvent vos lignes.", what,
        path, strerror(error));
}

// The lock was had, but whoever looked for dead windows may have taken the file away just before.
static bool is_still_there(int descriptor)
{
    struct stat facts;
    return fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_nlink > 0 &&
           facts.st_uid == geteuid();
}

static bool lock(int descriptor)
{
    int result = 0;
    do
        result = flock(descriptor, LOCK_EX | LOCK_NB);
    while (result != 0 && errno == EINTR);
    return result == 0;
}

enum status draft_file_create(struct draft_file *file, const char *prefix, struct problem *problem)
{
    draft_file_init(file);
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        char *path = NULL;
        if (asprintf(&path, "%s-XXXXXX", prefix) < 0)
            return problem_set_no_memory(problem);
        int descriptor = mkostemp(path, O_CLOEXEC);
        if (descriptor < 0) {
            enum status status = refuse(prefix, "gardé", errno, problem);
            free(path);
            return status;
        }
        if (lock(descriptor) && is_still_there(descriptor)) {
            file->descriptor = descriptor;
            file->path = path;
            file->new_in_folder = true;
            return STATUS_DONE;
        }
        close(descriptor);
        free(path);
    }
    return refuse(prefix, "gardé", EAGAIN, problem);
}

bool draft_file_take(struct draft_file *file, const char *path)
{
    draft_file_init(file);
    int descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    char *copy = strdup(path);
    if (descriptor < 0 || copy == NULL || !lock(descriptor) || !is_still_there(descriptor)) {
        if (descriptor >= 0)
            close(descriptor);
        free(copy);
        return false;
    }
    file->descriptor = descriptor;
    file->path = copy;
    return true;
}

static bool read_whole(int descriptor, struct buffer *bytes)
{
    char piece[4096];
    off_t offset = 0;
    ssize_t count = 0;
    while (bytes->length <= LARGEST_FILE &&
           (count = pread(descriptor, piece, sizeof piece, offset)) != 0) {
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        buffer_append_bytes(bytes, piece, (size_t)count);
        offset += count;
    }
    return !buffer_failed(bytes) && bytes->length <= LARGEST_FILE;
}

// Reads the header at `bytes`, of which `left` remain. False when it is none, or its content is not
// whole.
static bool read_header(const char *bytes, size_t left, struct header *header)
{
    char text[HEADER_SIZE + 1];
    if (left < HEADER_SIZE)
        return false;
    memcpy(text, bytes, HEADER_SIZE);
    text[HEADER_SIZE] = '\0';
    int end = 0;
    if (sscanf(text + MARK_SIZE, "%16" SCNx64 " %8zx %16" SCNx64 "%n", &header->number,
            &header->length, &header->checksum, &end) != 3 ||
        MARK_SIZE + end + 1 != HEADER_SIZE || text[HEADER_SIZE - 1] != '\n')
        return false;
    return header->length < left - HEADER_SIZE &&
           checksum_of(header->number, bytes + HEADER_SIZE, header->length) == header->checksum;
}

// Finds the whole content with the greatest number.
static bool find_latest(struct draft_file *file, const struct buffer *bytes)
{
    const char *start = buffer_text(bytes);
    const char *end = start + bytes->length;
    const char *at = start;
    bool found = false;
    while ((at = memmem(at, (size_t)(end - at), mark, MARK_SIZE)) != NULL) {
        struct header header;
        if (!read_header(at, (size_t)(end - at), &header)) {
            at++;
            continue;
        }
        size_t size = HEADER_SIZE + header.length + 1;
        if (!found || header.number > file->number) {
            file->number = header.number;
            file->start = (size_t)(at - start);
            file->end = file->start + size;
            found = true;
        }
        at += size;
    }
    return found;
}

bool draft_file_read(struct draft_file *file, struct buffer *content)
{
    struct buffer bytes = {0};
    bool found = read_whole(file->descriptor, &bytes) && find_latest(file, &bytes);
    if (found)
        buffer_append_bytes(content, bytes.bytes + file->start + HEADER_SIZE,
            file->end - file->start - HEADER_SIZE - 1);
    buffer_clear(&bytes);
    return found && !buffer_failed(content);
}

static bool write_at(int descriptor, const char *bytes, size_t length, size_t offset)
{
    while (length > 0) {
        ssize_t written = pwrite(descriptor, bytes, length, (off_t)offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        length -= (size_t)written;
        offset += (size_t)written;
    }
    return true;
}

enum status draft_file_write(
    struct draft_file *file, const char *content, size_t length, struct problem *problem)
{
    struct buffer frame = {0};
    uint64_t number = file->number + 1;
    buffer_append_format(&frame, "%s%016" PRIx64 " %08zx %016" PRIx64 "\n", mark, number, length,
        checksum_of(number, content, length));
    buffer_append_bytes(&frame, content, length);
    buffer_append_character(&frame, '\n');
    if (buffer_failed(&frame)) {
        buffer_clear(&frame);
        return problem_set_no_memory(problem);
    }
    size_t start = frame.length <= file->start ? 0 : file->end;
    enum status status = STATUS_DONE;
    if (write_at(file->descriptor, frame.bytes, frame.length, start)) {
        file->number = number;
        file->start = start;
        file->end = start + frame.length;
        file->unsynchronised = true;
    } else
        status = refuse(file->path, "gardé", errno, problem);
    buffer_clear(&frame);
    return status;
}

enum status draft_file_empty(struct draft_file *file, struct problem *problem)
{
    if (ftruncate(file->descriptor, 0) != 0)
        return refuse(file->path, "effacé", errno, problem);
    file->start = 0;
    file->end = 0;
    file->unsynchronised = false;
    return STATUS_DONE;
}

// A new file is only found again once its folder has reached the disk too.
static void synchronise_folder(const char *path)
{
    char *copy = strdup(path);
    int folder = copy == NULL ? -1 : open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
    free(copy);
}

void draft_file_synchronise(struct draft_file *file)
{
    if (file->descriptor < 0 || !file->unsynchronised)
        return;
    fdatasync(file->descriptor);
    if (file->new_in_folder)
        synchronise_folder(file->path);
    file->unsynchronised = false;
    file->new_in_folder = false;
}

struct timespec draft_file_time(const struct draft_file *file)
{
    struct stat facts;
    if (fstat(file->descriptor, &facts) != 0)
        return (struct timespec){0};
    return facts.st_mtim;
}

void draft_file_close(struct draft_file *file)
{
    if (file->descriptor >= 0)
        close(file->descriptor);
    free(file->path);
    draft_file_init(file);
}

void draft_file_remove(struct draft_file *file)
{
    if (file->path != NULL)
        unlink(file->path);
    draft_file_close(file);
}
