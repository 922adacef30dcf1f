// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/draft.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "store/draft_file.h"
#include "store/statement.h"
#include "text/clean.h"

enum { FOLDER_MODE = 0700 };

struct draft_folder {
    struct store *store; // borrowed
    char *folder;        // NULL: nothing is kept
    char *prefix;        // path of this store's files, but for what mkostemp adds
    struct draft_file file;
    bool holds; // a draft, in `file`
};

// Makes the folder and those above it, as far as they are missing.
static enum status make_folder(const char *folder, struct problem *problem)
{
    char *path = strdup(folder);
    if (path == NULL)
        return problem_set_no_memory(problem);
    int error = 0;
    for (char *sign = path + 1; error == 0 && *sign != '\0'; sign++) {
        if (*sign != '/')
            continue;
        *sign = '\0';
        if (mkdir(path, FOLDER_MODE) != 0 && errno != EEXIST)
            error = errno;
        *sign = '/';
    }
    if (error == 0 && mkdir(path, FOLDER_MODE) != 0 && errno != EEXIST)
        error = errno;
    free(path);
    if (error == 0)
        return STATUS_DONE;
    return problem_set(problem, STATUS_SYSTEM,
        "Le dossier %s ne peut pas être fait (%s) : vérifiez ses droits, ou XDG_STATE_HOME.",
        folder, strerror(error));
}

// The uuid comes out of the file: what is no sign of a uuid stays out of a path.
static char *make_prefix(const char *folder, const char *uuid)
{
    struct buffer prefix = {0};
    buffer_append_format(&prefix, "%s/brouillon-", folder);
    for (const char *sign = uuid; *sign != '\0'; sign++)
        buffer_append_character(&prefix, isalnum((unsigned char)*sign) ? *sign : '_');
    return buffer_take(&prefix);
}

enum status draft_folder_open(
    struct draft_folder **drafts, struct store *store, const char *folder, struct problem *problem)
{
    *drafts = NULL;
    struct draft_folder *opened = calloc(1, sizeof *opened);
    if (opened == NULL)
        return problem_set_no_memory(problem);
    opened->store = store;
    draft_file_init(&opened->file);
    enum status status = folder == NULL ? STATUS_DONE : make_folder(folder, problem);
    if (status == STATUS_DONE && folder != NULL) {
        opened->folder = strdup(folder);
        opened->prefix = make_prefix(folder, store_uuid(store));
        if (opened->folder == NULL || opened->prefix == NULL)
            status = problem_set_no_memory(problem);
    }
    if (status == STATUS_DONE)
        *drafts = opened;
    else
        draft_folder_destroy(opened);
    return status;
}

void draft_folder_destroy(struct draft_folder *drafts)
{
    if (drafts == NULL)
        return;
    if (drafts->holds) {
        draft_file_synchronise(&drafts->file);
        draft_file_close(&drafts->file);
    } else
        draft_file_remove(&drafts->file);
    free(drafts->folder);
    free(drafts->prefix);
    free(drafts);
}

static void append_draft(struct buffer *content, const struct draft *draft)
{
    if (draft->text[0] == '\0')
        return;
    buffer_append_bytes(content, draft->place, strcspn(draft->place, "\n"));
    buffer_append_format(content, "\n%" PRId64 " %d %zu %zu\n%s\n", draft->row, draft->correction,
        draft->cursor, strlen(draft->text), draft->text);
}

static enum status write_content(
    struct draft_folder *drafts, const struct buffer *content, struct problem *problem)
{
    enum status status = STATUS_DONE;
    if (drafts->file.descriptor < 0)
        status = draft_file_create(&drafts->file, drafts->prefix, problem);
    if (status == STATUS_DONE)
        status = draft_file_write(&drafts->file, content->bytes, content->length, problem);
    drafts->holds = drafts->holds || status == STATUS_DONE;
    return status;
}

enum status draft_save(
    struct draft_folder *drafts, const struct draft *typed, size_t count, struct problem *problem)
{
    struct buffer content = {0};
    enum status status = STATUS_DONE;
    for (size_t i = 0; i < count; i++)
        append_draft(&content, &typed[i]);
    if (buffer_failed(&content))
        status = problem_set_no_memory(problem);
    else if (content.length == 0)
        status = draft_drop(drafts, problem);
    else if (drafts->folder != NULL)
        status = write_content(drafts, &content, problem);
    buffer_clear(&content);
    return status;
}

enum status draft_drop(struct draft_folder *drafts, struct problem *problem)
{
    if (!drafts->holds)
        return STATUS_DONE;
    enum status status = draft_file_empty(&drafts->file, problem);
    drafts->holds = status != STATUS_DONE;
    return status;
}

void draft_synchronise(struct draft_folder *drafts)
{
    draft_file_synchronise(&drafts->file);
}

// One draft at `*content`, which goes behind it. False for what no window of this program wrote.
static bool read_draft(const char **content, struct arena *arena, struct draft *draft)
{
    size_t place = strcspn(*content, "\n");
    const char *numbers = *content + place + 1;
    size_t length = 0;
    int correction = 0;
    int end = 0;
    if ((*content)[place] != '\n' ||
        sscanf(numbers, "%" SCNd64 " %d %zu %zu%n", &draft->row, &correction, &draft->cursor,
            &length, &end) != 4 ||
        numbers[end] != '\n')
        return false;
    const char *text = numbers + end + 1;
    if (length == 0 || strnlen(text, length + 1) <= length || text[length] != '\n')
        return false;
    draft->correction = correction != 0;
    draft->place = arena_format(arena, "%.*s", (int)place, *content);
    draft->text = arena_format(arena, "%.*s", (int)length, text);
    if (draft->cursor > length)
        draft->cursor = length;
    *content = text + length + 1;
    return draft->place != NULL && draft->text != NULL;
}

// What one window had half typed.
struct draft_list {
    struct draft *drafts;
    size_t count, capacity;
};

// False as above, and when memory ends (the arena tells).
static bool read_content(const char *content, struct arena *arena, struct draft_list *list)
{
    struct draft draft;
    *list = (struct draft_list){0};
    if (content[0] == '\0' || !text_is_valid_utf8(content, strlen(content)))
        return false;
    while (*content != '\0') {
        struct draft *grown =
            arena_grow(arena, list->drafts, list->count, &list->capacity, sizeof *grown);
        if (grown == NULL || !read_draft(&content, arena, &draft))
            return false;
        list->drafts = grown;
        list->drafts[list->count++] = draft;
    }
    return true;
}

// Whether the row that a draft was to become is there: then it was accepted.
static enum status row_exists(
    struct store *store, int64_t row, bool *exists, struct problem *problem)
{
    struct statement statement;
    int64_t found = 0;
    statement_open(&statement, store,
        "SELECT EXISTS (SELECT 1 FROM record WHERE id = ?1)"
        " OR EXISTS (SELECT 1 FROM private_note WHERE id = ?1)"
        " OR EXISTS (SELECT 1 FROM ballot WHERE id = ?1)"
        " OR EXISTS (SELECT 1 FROM item WHERE id = ?1)"
        " OR EXISTS (SELECT 1 FROM meeting WHERE id = ?1)"
        " OR EXISTS (SELECT 1 FROM committee WHERE id = ?1)"
        " OR EXISTS (SELECT 1 FROM attendance WHERE id = ?1)"
        " OR EXISTS (SELECT 1 FROM attendance_move WHERE id = ?1)"
        " OR EXISTS (SELECT 1 FROM organisation WHERE id = ?1)"
        " OR EXISTS (SELECT 1 FROM task_note WHERE id = ?1)"
        " OR EXISTS (SELECT 1 FROM mandate WHERE id = ?1)"
        " OR EXISTS (SELECT 1 FROM objective WHERE id = ?1)"
        " OR EXISTS (SELECT 1 FROM action WHERE id = ?1)");
    statement_bind_integer(&statement, row);
    enum status status = statement_number(&statement, 0, &found, problem);
    *exists = found != 0;
    return status;
}

// Leaves those that were not accepted.
static enum status drop_accepted(
    struct store *store, struct draft_list *list, struct problem *problem)
{
    size_t kept = 0;
    enum status status = STATUS_DONE;
    for (size_t i = 0; i < list->count && status == STATUS_DONE; i++) {
        bool accepted = false;
        if (!list->drafts[i].correction)
            status = row_exists(store, list->drafts[i].row, &accepted, problem);
        if (!accepted)
            list->drafts[kept++] = list->drafts[i];
    }
    list->count = kept;
    return status;
}

// The latest file met so far, locked.
struct candidate {
    struct draft_file file;
    struct draft_list list;
    bool found;
};

static bool is_later(struct timespec left, struct timespec right)
{
    return left.tv_sec != right.tv_sec ? left.tv_sec > right.tv_sec : left.tv_nsec > right.tv_nsec;
}

static void keep_later(
    struct candidate *latest, struct draft_file *file, const struct draft_list *list)
{
    if (latest->found && !is_later(draft_file_time(file), draft_file_time(&latest->file))) {
        draft_file_close(file);
        return;
    }
    draft_file_close(&latest->file);
    *latest = (struct candidate){.file = *file, .list = *list, .found = true};
}

// One file of a dead window: kept as the latest, left for a later window, or taken away.
static enum status consider(struct draft_folder *drafts, struct draft_file *file,
    struct arena *arena, struct candidate *latest, struct problem *problem)
{
    struct buffer content = {0};
    struct draft_list list = {0};
    enum status status = STATUS_DONE;
    bool whole =
        draft_file_read(file, &content) && read_content(buffer_text(&content), arena, &list);
    if (whole)
        status = drop_accepted(drafts->store, &list, problem);
    bool known = status == STATUS_DONE && !buffer_failed(&content) && !arena->failed;
    if (known && (!whole || list.count == 0))
        draft_file_remove(file);
    else if (status == STATUS_DONE && whole)
        keep_later(latest, file, &list);
    else
        draft_file_close(file);
    buffer_clear(&content);
    return status;
}

static enum status consider_name(struct draft_folder *drafts, const char *name, struct arena *arena,
    struct candidate *latest, struct problem *problem)
{
    struct draft_file file;
    char *path = NULL;
    if (asprintf(&path, "%s/%s", drafts->folder, name) < 0)
        return problem_set_no_memory(problem);
    size_t length = strlen(drafts->prefix);
    bool ours = strncmp(path, drafts->prefix, length) == 0 && path[length] == '-';
    enum status status = STATUS_DONE;
    if (ours && draft_file_take(&file, path))
        status = consider(drafts, &file, arena, latest, problem);
    free(path);
    return status;
}

static enum status find_latest(struct draft_folder *drafts, struct arena *arena,
    struct candidate *latest, struct problem *problem)
{
    DIR *folder = opendir(drafts->folder);
    enum status status = STATUS_DONE;
    const struct dirent *entry = NULL;
    if (folder == NULL)
        return STATUS_DONE;
    // cppcheck-suppress readdirCalled ; the program has one thread
    while (status == STATUS_DONE && (entry = readdir(folder)) != NULL)
        status = consider_name(drafts, entry->d_name, arena, latest, problem);
    closedir(folder);
    return status;
}

enum status draft_take_up(struct draft_folder *drafts, struct arena *arena, struct draft **typed,
    size_t *count, struct problem *problem)
{
    struct candidate latest = {0};
    draft_file_init(&latest.file);
    *typed = NULL;
    *count = 0;
    if (drafts->folder == NULL || drafts->holds)
        return STATUS_DONE;
    enum status status = find_latest(drafts, arena, &latest, problem);
    if (status == STATUS_DONE && latest.found) {
        draft_file_remove(&drafts->file);
        drafts->file = latest.file;
        drafts->holds = true;
        *typed = latest.list.drafts;
        *count = latest.list.count;
    } else
        draft_file_close(&latest.file);
    return status;
}
