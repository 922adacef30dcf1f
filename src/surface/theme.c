// SPDX-License-Identifier: GPL-3.0-or-later
#include "surface/theme.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/embedded.h"
#include "intake/ini.h"
#include "surface/colour.h"

// The one that gives its looks to what another theme leaves out.
static const char fallback[] = "nuit";

static const char suffix[] = ".ini";

static const struct {
    const char *name;
    unsigned attribute;
} attributes[] = {
    {"gras", LOOK_BOLD},
    {"souligne", LOOK_UNDERLINE},
    {"inverse", LOOK_REVERSE},
    {"italique", LOOK_ITALIC},
    {"faible", LOOK_DIM},
};

static const char *const colour_names[COLOUR_BASE_COUNT] = {
    "noir", "rouge", "vert", "jaune", "bleu", "magenta", "cyan", "blanc"};

struct word {
    const char *text;
    size_t length;
};

static bool next_word(const char **rest, struct word *word)
{
    *rest += strspn(*rest, " \t");
    *word = (struct word){*rest, strcspn(*rest, " \t")};
    *rest += word->length;
    return word->length > 0;
}

static bool is_word(struct word word, const char *text)
{
    return strlen(text) == word.length && memcmp(word.text, text, word.length) == 0;
}

static bool read_hexadecimal(struct word word, int32_t *colour)
{
    static const char digits[] = "0123456789abcdef";
    if (word.length != 6)
        return false;
    int32_t value = 0;
    for (size_t i = 0; i < word.length; i++) {
        char lower =
            word.text[i] >= 'A' && word.text[i] <= 'F' ? (char)(word.text[i] | 0x20) : word.text[i];
        const char *digit = memchr(digits, lower, sizeof digits - 1);
        if (digit == NULL)
            return false;
        value = value * 16 + (int32_t)(digit - digits);
    }
    *colour = value;
    return true;
}

static bool read_colour(struct word word, int32_t *colour)
{
    if (is_word(word, "defaut")) {
        *colour = COLOUR_DEFAULT;
        return true;
    }
    for (size_t i = 0; i < COLOUR_BASE_COUNT; i++) {
        if (is_word(word, colour_names[i])) {
            *colour = colour_base[i];
            return true;
        }
    }
    return read_hexadecimal(word, colour);
}

static bool read_attribute(struct word word, unsigned *read)
{
    for (size_t i = 0; i < sizeof attributes / sizeof attributes[0]; i++) {
        if (is_word(word, attributes[i].name)) {
            *read |= attributes[i].attribute;
            return true;
        }
    }
    return false;
}

bool look_read(const char *text, struct look *look)
{
    struct look read = {.background = COLOUR_DEFAULT};
    struct word word;
    const char *rest = text;
    if (!next_word(&rest, &word) || !read_colour(word, &read.foreground))
        return false;
    bool more = next_word(&rest, &word);
    if (more && is_word(word, "sur")) {
        if (!next_word(&rest, &word) || !read_colour(word, &read.background))
            return false;
        more = next_word(&rest, &word);
    }
    for (; more; more = next_word(&rest, &word))
        if (!read_attribute(word, &read.attributes))
            return false;
    *look = read;
    return true;
}

static bool find_style(const char *key, enum style *style)
{
    for (int i = 0; i < STYLE_COUNT; i++) {
        if (strcmp(style_key((enum style)i), key) == 0) {
            *style = (enum style)i;
            return true;
        }
    }
    return false;
}

static void read_style(
    struct theme *theme, const struct ini *ini, const char *key, struct buffer *warnings)
{
    enum style style;
    const char *value = ini_get(ini, "styles", key);
    if (!find_style(key, &style))
        buffer_append_format(warnings, "%s, ligne %d : «%s» n'est pas un style.\n", ini_name(ini),
            ini_line(ini, "styles", key), key);
    else if (!look_read(value, &theme->looks[style]))
        buffer_append_format(warnings,
            "%s, ligne %d : «%s» ne dit pas une couleur, «sur» un fond et des attributs.\n",
            ini_name(ini), ini_line(ini, "styles", key), value);
}

static void read_section(
    struct theme *theme, const struct ini *ini, size_t section, struct buffer *warnings)
{
    const char *name = ini_section_name(ini, section);
    bool styles = strcmp(name, "styles") == 0;
    if (!styles && strcmp(name, "theme") != 0) {
        buffer_append_format(warnings, "%s, ligne %d : la section [%s] est inconnue.\n",
            ini_name(ini), ini_line(ini, name, NULL), name);
        return;
    }
    for (size_t i = 0; i < ini_key_count(ini, section); i++) {
        const char *key = ini_key_name(ini, section, i);
        if (styles)
            read_style(theme, ini, key, warnings);
        else if (strcmp(key, "nom") != 0)
            buffer_append_format(warnings, "%s, ligne %d : la clé «%s» est inconnue.\n",
                ini_name(ini), ini_line(ini, name, key), key);
    }
}

static void read_theme(struct theme *theme, const struct ini *ini, struct buffer *warnings)
{
    for (size_t i = 0; i < ini_section_count(ini); i++)
        read_section(theme, ini, i, warnings);
}

static enum status read_embedded(struct theme *theme, const struct embedded_file *file,
    struct buffer *warnings, struct problem *problem)
{
    struct ini *ini;
    enum status status = ini_read_text(&ini, file->name, file->text, file->length, problem);
    if (status != STATUS_DONE)
        return status;
    read_theme(theme, ini, warnings);
    ini_destroy(ini);
    return STATUS_DONE;
}

static enum status read_file(
    struct theme *theme, const char *path, struct buffer *warnings, struct problem *problem)
{
    struct ini *ini;
    enum status status = ini_read_file(&ini, path, problem);
    if (status != STATUS_DONE)
        return status;
    read_theme(theme, ini, warnings);
    ini_destroy(ini);
    return STATUS_DONE;
}

// The name becomes a part of a path: only what cannot lead out of the folder.
static bool is_name(const char *name)
{
    static const char allowed[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    return *name != '\0' && name[strspn(name, allowed)] == '\0';
}

static void append_name(struct buffer *names, const char *file)
{
    size_t length = strlen(file);
    size_t end = sizeof suffix - 1;
    if (length <= end || strcmp(file + length - end, suffix) != 0)
        return;
    if (names->length > 0)
        buffer_append(names, ", ");
    buffer_append_bytes(names, file, length - end);
}

static void append_user_names(struct buffer *names, const char *folder)
{
    struct dirent **entries;
    int count = folder == NULL ? -1 : scandir(folder, &entries, NULL, alphasort);
    if (count < 0)
        return;
    for (int i = 0; i < count; i++) {
        append_name(names, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
}

static enum status refuse_name(const char *name, const char *folder, struct problem *problem)
{
    struct buffer names = {0};
    size_t count;
    const struct embedded_file *files = embedded_list("themes", &count);
    for (size_t i = 0; i < count; i++)
        append_name(&names, files[i].name);
    append_user_names(&names, folder);
    problem_set(problem, STATUS_REFUSED, "Le thème «%s» n'existe pas : choisissez-en un parmi %s.",
        name, buffer_text(&names));
    buffer_clear(&names);
    return STATUS_REFUSED;
}

static enum status read_named(struct theme *theme, const char *name, const char *folder,
    struct buffer *warnings, struct problem *problem)
{
    struct buffer file = {0};
    struct buffer path = {0};
    enum status status;
    buffer_append_format(&file, "%s%s", name, suffix);
    buffer_append_format(&path, "%s/%s", folder == NULL ? "" : folder, buffer_text(&file));
    const struct embedded_file *embedded = embedded_find("themes", buffer_text(&file));
    if (buffer_failed(&file) || buffer_failed(&path))
        status = problem_set_no_memory(problem);
    else if (folder != NULL && access(buffer_text(&path), F_OK) == 0)
        status = read_file(theme, buffer_text(&path), warnings, problem);
    else if (embedded != NULL)
        status = read_embedded(theme, embedded, warnings, problem);
    else
        status = refuse_name(name, folder, problem);
    buffer_clear(&file);
    buffer_clear(&path);
    return status;
}

enum status theme_load(struct theme *theme, const char *name, const char *folder,
    struct buffer *warnings, struct problem *problem)
{
    for (int i = 0; i < STYLE_COUNT; i++)
        theme->looks[i] = (struct look){COLOUR_DEFAULT, COLOUR_DEFAULT, 0};
    if (!is_name(name))
        return refuse_name(name, folder, problem);
    enum status status = read_named(theme, fallback, NULL, warnings, problem);
    return status == STATUS_DONE ? read_named(theme, name, folder, warnings, problem) : status;
}
