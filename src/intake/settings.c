// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/settings.h"

#include <stdbool.h>
#include <string.h>

static const char general[] = "general";
static const char touches[] = "touches";

struct reading {
    const struct ini *ini;
    struct arena *arena;
    struct settings *settings;
    struct buffer *warnings;
};

static const struct {
    const char *name;
    size_t offset; // of a `const char *` in the settings
} general_keys[] = {
    {"auteur", offsetof(struct settings, author)},
    {"fichier", offsetof(struct settings, file)},
    {"theme", offsetof(struct settings, theme)},
};

enum { GENERAL_KEY_COUNT = sizeof general_keys / sizeof *general_keys };

// `key` NULL: the section itself.
static void warn(struct reading *reading, const char *section, const char *key, const char *what)
{
    buffer_append_format(reading->warnings, "%s, ligne %d : «%s» %s\n", ini_name(reading->ini),
        ini_line(reading->ini, section, key), key == NULL ? section : key, what);
}

static bool put_general(struct reading *reading, const char *key, const char *value)
{
    for (size_t i = 0; i < GENERAL_KEY_COUNT; i++) {
        if (strcmp(general_keys[i].name, key) != 0)
            continue;
        const char *copy = *value == '\0' ? NULL : arena_copy(reading->arena, value);
        memcpy((char *)reading->settings + general_keys[i].offset, &copy, sizeof copy);
        return true;
    }
    return false;
}

static void read_general(struct reading *reading, size_t section)
{
    for (size_t i = 0; i < ini_key_count(reading->ini, section); i++) {
        const char *key = ini_key_name(reading->ini, section, i);
        if (!put_general(reading, key, ini_get(reading->ini, general, key)))
            warn(reading, general, key,
                "est inconnu dans [general] et ignoré ; on attend auteur, fichier ou theme.");
    }
}

static void read_keys(struct reading *reading, size_t section)
{
    struct settings *settings = reading->settings;
    size_t count = ini_key_count(reading->ini, section);
    settings->keys = arena_array(reading->arena, count, sizeof *settings->keys);
    for (size_t i = 0; settings->keys != NULL && i < count; i++) {
        const char *command = ini_key_name(reading->ini, section, i);
        settings->keys[settings->key_count++] = (struct settings_keys){
            .command = arena_copy(reading->arena, command),
            .keys = arena_copy(reading->arena, ini_get(reading->ini, touches, command)),
        };
    }
}

static void read_section(struct reading *reading, size_t section)
{
    const char *name = ini_section_name(reading->ini, section);
    if (strcmp(name, general) == 0)
        read_general(reading, section);
    else if (strcmp(name, touches) == 0)
        read_keys(reading, section);
    else
        warn(reading, name, NULL,
            "est une section inconnue, ignorée ; on attend [general] ou [touches].");
}

// A path that depends on where the program is started would be another file each time.
static void make_file_absolute(struct reading *reading, const char *home)
{
    const char *file = reading->settings->file;
    if (file == NULL || *file == '/')
        return;
    reading->settings->file = NULL;
    if (strncmp(file, "~/", 2) == 0 && home != NULL)
        reading->settings->file = arena_format(reading->arena, "%s%s", home, file + 1);
    else
        warn(reading, general, "fichier",
            "attend un chemin entier, qui commence par / ou ~/ ; il est ignoré.");
}

enum status settings_read(const struct ini *ini, const char *home, struct arena *arena,
    struct settings *settings, struct buffer *warnings, struct problem *problem)
{
    *settings = (struct settings){0};
    struct reading reading = {ini, arena, settings, warnings};
    for (size_t i = 0; i < ini_section_count(ini); i++)
        read_section(&reading, i);
    make_file_absolute(&reading, home);
    if (arena->failed || buffer_failed(warnings))
        return problem_set_no_memory(problem);
    return STATUS_DONE;
}

enum status settings_load(const char *path, const char *home, struct arena *arena,
    struct settings *settings, struct buffer *warnings, struct problem *problem)
{
    struct ini *ini = NULL;
    enum status status = ini_read_file(&ini, path, problem);
    if (status == STATUS_DONE)
        status = settings_read(ini, home, arena, settings, warnings, problem);
    ini_destroy(ini);
    return status;
}
