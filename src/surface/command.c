// SPDX-License-Identifier: GPL-3.0-or-later
#include "surface/command.h"

#include <stdlib.h>
#include <string.h>

enum { KEYS_OF_A_COMMAND = 6 };

struct keys {
    key_code codes[KEYS_OF_A_COMMAND];
    size_t count;
};

struct keymap {
    const struct command_table *table;
    uint64_t one_key_places; // where characters run commands; elsewhere they are typed
    struct keys keys[];      // one for each command of the table
};

static bool has_key(const struct keys *keys, key_code key)
{
    for (size_t i = 0; i < keys->count; i++)
        if (keys->codes[i] == key)
            return true;
    return false;
}

// Reads names apart by blanks. `*stopped` is the name that could not be taken.
static bool read_keys(const char *names, struct keys *keys, const char **stopped, int *length)
{
    static const char blanks[] = " \t";
    *keys = (struct keys){0};
    for (const char *name = names + strspn(names, blanks); *name != '\0';) {
        size_t size = strcspn(name, blanks);
        key_code key;
        bool known = key_read(name, size, &key);
        if (!known || keys->count == KEYS_OF_A_COMMAND) {
            *stopped = name;
            *length = (int)size;
            return false;
        }
        if (!has_key(keys, key))
            keys->codes[keys->count++] = key;
        name += size;
        name += strspn(name, blanks);
    }
    return true;
}

// The first of `keys` that a command other than `index` has in one of `places`.
static const struct command *find_conflict(const struct keymap *keymap, size_t index,
    const struct keys *keys, uint64_t places, key_code *key)
{
    for (size_t other = 0; other < keymap->table->count; other++) {
        const struct command *command = &keymap->table->commands[other];
        if (other == index || (command->places & places) == 0)
            continue;
        for (size_t i = 0; i < keys->count; i++) {
            if (has_key(&keymap->keys[other], keys->codes[i])) {
                *key = keys->codes[i];
                return command;
            }
        }
    }
    return NULL;
}

static bool find_text_key(const struct keys *keys, key_code *key)
{
    for (size_t i = 0; i < keys->count; i++) {
        if (key_is_text(keys->codes[i])) {
            *key = keys->codes[i];
            return true;
        }
    }
    return false;
}

static enum status set_default_keys(struct keymap *keymap, struct problem *problem)
{
    for (size_t i = 0; i < keymap->table->count; i++) {
        const struct command *command = &keymap->table->commands[i];
        const char *stopped;
        int length;
        key_code key;
        if (!read_keys(command->keys, &keymap->keys[i], &stopped, &length))
            return problem_set(problem, STATUS_USAGE,
                "La table des commandes donne à «%s» une touche qu'on ne peut lire : «%.*s».",
                command->name, length, stopped);
        if (find_text_key(&keymap->keys[i], &key))
            keymap->one_key_places |= command->places;
    }
    return STATUS_DONE;
}

static enum status check_default_keys(const struct keymap *keymap, struct problem *problem)
{
    for (size_t i = 0; i < keymap->table->count; i++) {
        const struct command *command = &keymap->table->commands[i];
        key_code key;
        const struct command *other =
            find_conflict(keymap, i, &keymap->keys[i], command->places, &key);
        if (other == NULL)
            continue;
        struct buffer label = {0};
        key_label(&label, key);
        problem_set(problem, STATUS_USAGE,
            "La table des commandes donne la touche %s à «%s» et à «%s» au même endroit.",
            buffer_text(&label), command->name, other->name);
        buffer_clear(&label);
        return STATUS_USAGE;
    }
    return STATUS_DONE;
}

enum status keymap_create(
    struct keymap **keymap, const struct command_table *table, struct problem *problem)
{
    struct keymap *created = calloc(1, sizeof *created + table->count * sizeof created->keys[0]);
    if (created == NULL)
        return problem_set_no_memory(problem);
    created->table = table;
    enum status status = set_default_keys(created, problem);
    if (status == STATUS_DONE)
        status = check_default_keys(created, problem);
    if (status != STATUS_DONE) {
        keymap_destroy(created);
        return status;
    }
    *keymap = created;
    return STATUS_DONE;
}

void keymap_destroy(struct keymap *keymap)
{
    free(keymap);
}

static bool find_command(const struct keymap *keymap, const char *name, size_t *index)
{
    for (size_t i = 0; i < keymap->table->count; i++) {
        if (strcmp(keymap->table->commands[i].name, name) == 0) {
            *index = i;
            return true;
        }
    }
    return false;
}

static void warn_of_key(
    struct buffer *warnings, const struct command *command, key_code key, const char *reason)
{
    buffer_append_format(warnings, "[touches] «%s» garde ses touches : la touche ", command->name);
    key_label(warnings, key);
    buffer_append(warnings, reason);
}

// The keys of a command may be `keys`; else a warning says why not.
static bool may_have(
    const struct keymap *keymap, size_t index, const struct keys *keys, struct buffer *warnings)
{
    const struct command *command = &keymap->table->commands[index];
    key_code key;
    if ((command->places & ~keymap->one_key_places) != 0 && find_text_key(keys, &key)) {
        warn_of_key(warnings, command, key, " sert à écrire là où cette commande s'emploie.\n");
        return false;
    }
    const struct command *other = find_conflict(keymap, index, keys, command->places, &key);
    if (other != NULL) {
        warn_of_key(warnings, command, key, " est prise par ");
        buffer_append_format(warnings, "«%s».\n", other->name);
        return false;
    }
    return true;
}

bool keymap_set(
    struct keymap *keymap, const char *command, const char *keys, struct buffer *warnings)
{
    size_t index;
    if (!find_command(keymap, command, &index)) {
        buffer_append_format(warnings, "[touches] «%s» n'est pas une commande.\n", command);
        return false;
    }
    struct keys read;
    const char *stopped;
    int length;
    if (!read_keys(keys, &read, &stopped, &length)) {
        buffer_append_format(warnings,
            "[touches] «%s» garde ses touches : «%.*s» n'est pas une touche, ou est de trop.\n",
            command, length, stopped);
        return false;
    }
    if (!may_have(keymap, index, &read, warnings))
        return false;
    keymap->keys[index] = read;
    return true;
}

const struct command *keymap_find(const struct keymap *keymap, uint64_t places, key_code key)
{
    for (size_t i = 0; i < keymap->table->count; i++) {
        const struct command *command = &keymap->table->commands[i];
        if ((command->places & places) != 0 && has_key(&keymap->keys[i], key))
            return command;
    }
    return NULL;
}

void keymap_label(
    const struct keymap *keymap, const struct command *command, bool first_only, struct buffer *out)
{
    const struct keys *keys = &keymap->keys[command - keymap->table->commands];
    size_t count = first_only && keys->count > 1 ? 1 : keys->count;
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_append(out, ", ");
        key_label(out, keys->codes[i]);
    }
}

const struct command_table *keymap_table(const struct keymap *keymap)
{
    return keymap->table;
}
