// SPDX-License-Identifier: GPL-3.0-or-later
#include "surface/key.h"

#include <string.h>

#include "text/character.h"
#include "text/french_keyboard.h"

enum { FUNCTION_KEYS = INPUT_F12 - INPUT_F1 + 1, FIRST_AFTER_ASCII = 0x80 };

static const struct {
    const char *name;  // in replays and [touches]
    const char *label; // on a French keyboard
    key_code key;
} named_keys[] = {
    {"cr", "Entrée", INPUT_ENTER},
    {"esc", "Échap", INPUT_ESCAPE},
    {"tab", "Tab", INPUT_TAB},
    {"bs", "Retour arr.", INPUT_BACKSPACE},
    {"del", "Suppr", INPUT_DELETE},
    {"ins", "Inser", INPUT_INSERT},
    {"space", "Espace", ' '},
    {"up", "↑", INPUT_UP},
    {"down", "↓", INPUT_DOWN},
    {"left", "←", INPUT_LEFT},
    {"right", "→", INPUT_RIGHT},
    {"home", "Début", INPUT_HOME},
    {"end", "Fin", INPUT_END},
    {"pgup", "Page préc.", INPUT_PAGE_UP},
    {"pgdn", "Page suiv.", INPUT_PAGE_DOWN},
    {"lt", "<", '<'},
};

static const struct {
    char letter; // before a hyphen
    const char *label;
    key_code modifier;
} modifiers[] = {
    {'c', "Ctrl-", KEY_MOD_CONTROL},
    {'a', "Alt-", KEY_MOD_ALT},
    {'s', "Maj-", KEY_MOD_SHIFT},
};

enum {
    NAMED_KEYS = sizeof named_keys / sizeof named_keys[0],
    MODIFIERS = sizeof modifiers / sizeof modifiers[0],
};

bool key_is_text(key_code key)
{
    bool control = key < ' ' || (key >= 0x7F && key <= 0x9F);
    bool surrogate = key >= 0xD800 && key <= 0xDFFF;
    return key < INPUT_ENTER && !control && !surrogate;
}

void key_text(key_code key, char utf8[8])
{
    static const struct {
        key_code below;
        unsigned lead;
    } lengths[] = {{0x80, 0}, {0x800, 0xC0}, {0x10000, 0xE0}, {0x110000, 0xF0}};
    size_t more = 0;
    while (more < 3 && key >= lengths[more].below)
        more++;
    memset(utf8, 0, 8);
    utf8[0] = (char)(lengths[more].lead | key >> 6 * more);
    for (size_t i = 1; i <= more; i++)
        utf8[i] = (char)(0x80U | (key >> 6 * (more - i) & 0x3FU));
}

static key_code lower(key_code key)
{
    return key >= 'A' && key <= 'Z' ? key + ('a' - 'A') : key;
}

static bool is_name(const char *name, size_t length, const char *known)
{
    if (strlen(known) != length)
        return false;
    for (size_t i = 0; i < length; i++)
        if (lower((unsigned char)name[i]) != (unsigned char)known[i])
            return false;
    return true;
}

// `f1` to `f12`.
static bool read_function_key(const char *name, size_t length, key_code *key)
{
    static const char *const numbers[FUNCTION_KEYS] = {
        "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};
    for (size_t i = 0; length > 1 && lower((unsigned char)*name) == 'f' && i < FUNCTION_KEYS; i++) {
        if (is_name(name + 1, length - 1, numbers[i])) {
            *key = INPUT_F1 + (key_code)i;
            return true;
        }
    }
    return false;
}

static bool read_plain(const char *name, size_t length, key_code *key)
{
    for (size_t i = 0; i < NAMED_KEYS; i++) {
        if (is_name(name, length, named_keys[i].name)) {
            *key = named_keys[i].key;
            return true;
        }
    }
    struct character character = character_at(name, length, 0);
    if (character.length == length && key_is_text((key_code)character.code)) {
        *key = (key_code)character.code;
        return true;
    }
    return read_function_key(name, length, key);
}

static key_code read_modifier(const char *name, size_t length)
{
    if (length < 3 || name[1] != '-')
        return 0;
    for (size_t i = 0; i < MODIFIERS; i++)
        if (lower((unsigned char)*name) == (unsigned char)modifiers[i].letter)
            return modifiers[i].modifier;
    return 0;
}

// A terminal sends the same byte for both: only one of them ever comes.
static key_code as_terminals_send(key_code key)
{
    static const struct {
        key_code key, sent;
    } same[] = {
        {KEY_MOD_CONTROL | 'i', INPUT_TAB},
        {KEY_MOD_CONTROL | 'm', INPUT_ENTER},
        {KEY_MOD_CONTROL | 'j', INPUT_ENTER},
        {KEY_MOD_CONTROL | 'h', INPUT_BACKSPACE},
        {KEY_MOD_CONTROL | '[', INPUT_ESCAPE},
        {KEY_MOD_CONTROL | '@', KEY_MOD_CONTROL | ' '},
    };
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
        if (key == same[i].key)
            return same[i].sent;
    return key;
}

bool key_read(const char *name, size_t length, key_code *key)
{
    key_code held = 0;
    key_code plain;
    for (key_code modifier; (modifier = read_modifier(name, length)) != 0; held |= modifier) {
        name += 2;
        length -= 2;
    }
    if (!read_plain(name, length, &plain))
        return false;
    bool text = key_is_text(plain);
    bool shifted_text = text && (held & KEY_MOD_SHIFT) != 0;
    bool foreign_control = text && (held & KEY_MOD_CONTROL) != 0 && plain >= FIRST_AFTER_ASCII;
    if (shifted_text || foreign_control)
        return false;
    *key = as_terminals_send(held | ((held & KEY_MOD_CONTROL) != 0 ? lower(plain) : plain));
    return true;
}

static void append_plain_label(struct buffer *out, key_code key)
{
    for (size_t i = 0; i < NAMED_KEYS; i++) {
        if (key == named_keys[i].key) {
            buffer_append(out, named_keys[i].label);
            return;
        }
    }
    if (key >= INPUT_F1 && key <= INPUT_F12)
        buffer_append_format(out, "F%d", (int)(key - INPUT_F1) + 1);
    else if (key_is_text(key))
        character_append(out, (int32_t)key);
}

void key_label(struct buffer *out, key_code key)
{
    key_code plain = key & KEY_CODE_MASK;
    for (size_t i = 0; i < MODIFIERS; i++)
        if ((key & modifiers[i].modifier) != 0)
            buffer_append(out, modifiers[i].label);
    bool upper = (key & KEY_MOD_CONTROL) != 0 && plain >= 'a' && plain <= 'z';
    append_plain_label(out, upper ? plain - ('a' - 'A') : plain);
}

int key_digit(key_code key)
{
    return key_is_text(key) ? french_keyboard_digit((int32_t)key) : -1;
}
