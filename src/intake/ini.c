// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/ini.h"

#include <errno.h>
#include <iniparser/iniparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/whole_file.h"
#include "intake/ini_check.h"

struct ini {
    struct ini_outline outline;
    dictionary *values;
    const char *name; // in the outline's arena
};

// The check has named every defect; libiniparser would only repeat it on stderr.
static int say_nothing(const char *format, ...)
{
    (void)format;
    return 0;
}

static bool write_whole(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(file, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

// libiniparser 4.1 reads only what has a path: the text gets one without touching the disk.
static dictionary *parse(const struct buffer *text)
{
    int file = memfd_create("greffe-ini", MFD_CLOEXEC);
    if (file < 0)
        return NULL;
    dictionary *values = NULL;
    if (write_whole(file, buffer_text(text), text->length)) {
        char path[64];
        snprintf(path, sizeof path, "/proc/self/fd/%d", file);
        iniparser_set_error_callback(say_nothing);
        values = iniparser_load(path);
    }
    close(file);
    return values;
}

// libiniparser hands out a part of the file when memory ends.
static bool is_complete(const struct ini *ini)
{
    for (size_t i = 0; i < ini->outline.section_count; i++) {
        const struct ini_section *section = &ini->outline.sections[i];
        for (size_t k = 0; k < section->key_count; k++)
            if (ini_get(ini, section->name, section->keys[k].name) == NULL)
                return false;
    }
    return true;
}

static enum status fill(
    struct ini *ini, const char *name, const char *text, size_t length, struct problem *problem)
{
    ini->name = arena_copy(&ini->outline.arena, name);
    if (ini->name == NULL)
        return problem_set_no_memory(problem);
    enum status status = ini_check(&ini->outline, name, text, length, problem);
    if (status != STATUS_DONE)
        return status;
    ini->values = parse(&ini->outline.text);
    if (ini->values == NULL || !is_complete(ini))
        return problem_set(problem, STATUS_SYSTEM,
            "%s n'a pas pu être lu : la mémoire manque ou /proc n'est pas monté.", name);
    return STATUS_DONE;
}

enum status ini_read_text(
    struct ini **ini, const char *name, const char *text, size_t length, struct problem *problem)
{
    *ini = NULL;
    struct ini *made = calloc(1, sizeof *made);
    if (made == NULL)
        return problem_set_no_memory(problem);
    enum status status = fill(made, name, text, length, problem);
    if (status == STATUS_DONE)
        *ini = made;
    else
        ini_destroy(made);
    return status;
}

enum status ini_read_file(struct ini **ini, const char *path, struct problem *problem)
{
    *ini = NULL;
    static const struct whole_file_kind kind = {
        INI_LARGEST_FILE, "INI", "dépasse 512 Kio ; un fichier INI de Greffe est bien plus court."};
    struct buffer text = {0};
    enum status status = whole_file_read(&text, path, &kind, problem);
    if (status == STATUS_DONE)
        status = ini_read_text(ini, path, buffer_text(&text), text.length, problem);
    buffer_clear(&text);
    return status;
}

void ini_destroy(struct ini *ini)
{
    if (ini == NULL)
        return;
    if (ini->values != NULL)
        iniparser_freedict(ini->values);
    ini_outline_clear(&ini->outline);
    free(ini);
}

const char *ini_name(const struct ini *ini)
{
    return ini->name;
}

size_t ini_section_count(const struct ini *ini)
{
    return ini->outline.section_count;
}

const char *ini_section_name(const struct ini *ini, size_t section)
{
    return ini->outline.sections[section].name;
}

size_t ini_key_count(const struct ini *ini, size_t section)
{
    return ini->outline.sections[section].key_count;
}

const char *ini_key_name(const struct ini *ini, size_t section, size_t key)
{
    return ini->outline.sections[section].keys[key].name;
}

bool ini_has_section(const struct ini *ini, const char *section)
{
    return ini_find_section(&ini->outline, section) != NULL;
}

const char *ini_get(const struct ini *ini, const char *section, const char *key)
{
    char entry[2 * INI_LONGEST_NAME + 2];
    int length = snprintf(entry, sizeof entry, "%s:%s", section, key);
    if (length < 0 || (size_t)length >= sizeof entry)
        return NULL;
    return iniparser_getstring(ini->values, entry, NULL);
}

int ini_line(const struct ini *ini, const char *section, const char *key)
{
    const struct ini_section *found = ini_find_section(&ini->outline, section);
    if (found == NULL || key == NULL)
        return found == NULL ? 0 : found->line;
    const struct ini_key *place = ini_find_key(found, key);
    return place == NULL ? 0 : place->line;
}
