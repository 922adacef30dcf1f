// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/key_sequence.h"

#include "text/character.h"

enum {
    ESCAPE = 0x1B,
    DELETE = 0x7F,
    PARAMETERS = 4,
    LARGEST_PARAMETER = 9999,
    LONGEST_SEQUENCE = 64,
    LEGACY_MOUSE_LENGTH = 6,
    LEGACY_MOUSE_ORIGIN = 33, // what a coordinate of 0 is sent as; a button of 0, one less
    SCROLLED_LINES = 3,
};

static const struct key_reading incomplete = {0};

static struct key_reading read_as_key(size_t length, key_code key)
{
    return (struct key_reading){length, {.type = EVENT_KEY, .key = key}};
}

static struct key_reading read_as_nothing(size_t length)
{
    return (struct key_reading){.length = length};
}

static key_code control_key(unsigned char byte)
{
    switch (byte) {
    case '\r':
    case '\n':
        return INPUT_ENTER;
    case '\t':
        return INPUT_TAB;
    case '\b':
    case DELETE:
        return INPUT_BACKSPACE;
    case ESCAPE:
        return INPUT_ESCAPE;
    case 0:
        return KEY_MOD_CONTROL | ' ';
    default:
        return KEY_MOD_CONTROL | (key_code)(byte <= 26 ? byte + 'a' - 1 : byte + '@');
    }
}

static size_t character_length(unsigned char first)
{
    return first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
}

static struct key_reading read_character(const char *text, size_t length, bool all)
{
    unsigned char first = (unsigned char)text[0];
    if (first < ' ' || first == DELETE)
        return read_as_key(1, control_key(first));
    if (length < character_length(first) && !all)
        return incomplete;
    struct character character = character_at(text, length, 0);
    bool valid = character.code != CHARACTER_INVALID;
    return read_as_key(character.length, valid ? (key_code)character.code : CHARACTER_REPLACEMENT);
}

// `ESC [ parameters final`: parameters that are left out are 0.
struct sequence {
    char mark; // `<` and its like, before the parameters
    int parameters[PARAMETERS];
    char final;
};

static key_code key_of_letter(char letter)
{
    static const struct {
        char letter;
        key_code key;
    } letters[] = {
        {'A', INPUT_UP}, {'B', INPUT_DOWN}, {'C', INPUT_RIGHT}, {'D', INPUT_LEFT},
        {'H', INPUT_HOME}, {'F', INPUT_END}, {'P', INPUT_F1}, {'Q', INPUT_F1 + 1},
        {'R', INPUT_F1 + 2}, {'S', INPUT_F1 + 3}, {'Z', KEY_MOD_SHIFT | INPUT_TAB},
        {'M', INPUT_ENTER}, // of a number pad
    };
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
        if (letters[i].letter == letter)
            return letters[i].key;
    return INPUT_NONE;
}

static key_code key_of_number(int number)
{
    static const key_code keys[] = {
        [1] = INPUT_HOME,
        [2] = INPUT_INSERT,
        [3] = INPUT_DELETE,
        [4] = INPUT_END,
        [5] = INPUT_PAGE_UP,
        [6] = INPUT_PAGE_DOWN,
        [7] = INPUT_HOME,
        [8] = INPUT_END,
        [11] = INPUT_F1,
        [12] = INPUT_F1 + 1,
        [13] = INPUT_F1 + 2,
        [14] = INPUT_F1 + 3,
        [15] = INPUT_F1 + 4,
        [17] = INPUT_F1 + 5,
        [18] = INPUT_F1 + 6,
        [19] = INPUT_F1 + 7,
        [20] = INPUT_F1 + 8,
        [21] = INPUT_F1 + 9,
        [23] = INPUT_F1 + 10,
        [24] = INPUT_F1 + 11,
    };
    return number < (int)(sizeof keys / sizeof keys[0]) ? keys[number] : INPUT_NONE;
}

static key_code modifiers_of(int parameter)
{
    int bits = parameter > 0 ? parameter - 1 : 0;
    return (bits & 1 ? KEY_MOD_SHIFT : 0) | (bits & 2 ? KEY_MOD_ALT : 0) |
           (bits & 4 ? KEY_MOD_CONTROL : 0);
}

static key_code key_of_sequence(const struct sequence *sequence)
{
    if (sequence->mark != '\0')
        return INPUT_NONE;
    key_code key = INPUT_NONE;
    key_code modifiers = modifiers_of(sequence->parameters[1]);
    if (sequence->final == '~')
        key = key_of_number(sequence->parameters[0]);
    else if (sequence->final == '^') { // rxvt with Control
        key = key_of_number(sequence->parameters[0]);
        modifiers = KEY_MOD_CONTROL;
    } else if (sequence->final >= 'a' && sequence->final <= 'd') { // rxvt with Shift
        key = key_of_letter((char)(sequence->final - 'a' + 'A'));
        modifiers = KEY_MOD_SHIFT;
    } else if (sequence->final != 'M')
        key = key_of_letter(sequence->final);
    return key == INPUT_NONE ? INPUT_NONE : key | modifiers;
}

// `button` as xterm numbers it; the modifiers that it carries do not matter.
static struct event mouse_event(int button, int row, int column, bool pressed)
{
    enum { MODIFIERS = 4 | 8 | 16, LEFT = 0, WHEEL_UP = 64, WHEEL_DOWN = 65 };
    struct event event = {.type = EVENT_NONE, .row = row, .column = column};
    int plain = button & ~MODIFIERS;
    if (!pressed || row < 0 || column < 0)
        return event;
    if (plain == LEFT)
        event.type = EVENT_CLICK;
    else if (plain == WHEEL_UP || plain == WHEEL_DOWN) {
        event.type = EVENT_SCROLL;
        event.lines = plain == WHEEL_UP ? -SCROLLED_LINES : SCROLLED_LINES;
    }
    return event;
}

// Terminals that do not know the newer report send three bytes behind `ESC [ M`.
static struct key_reading read_legacy_mouse(const char *text, size_t length)
{
    if (length < LEGACY_MOUSE_LENGTH)
        return incomplete;
    int button = (unsigned char)text[3] - LEGACY_MOUSE_ORIGIN + 1;
    int column = (unsigned char)text[4] - LEGACY_MOUSE_ORIGIN;
    int row = (unsigned char)text[5] - LEGACY_MOUSE_ORIGIN;
    return (struct key_reading){LEGACY_MOUSE_LENGTH, mouse_event(button, row, column, true)};
}

static bool is_parameter_byte(char byte)
{
    return byte >= 0x20 && byte <= 0x3F;
}

static struct sequence split_sequence(const char *text, size_t length)
{
    struct sequence sequence = {.final = text[length - 1]};
    size_t index = 0;
    for (size_t i = 2; i + 1 < length; i++) {
        int *parameter = &sequence.parameters[index < PARAMETERS ? index : PARAMETERS - 1];
        if (text[i] == ';')
            index++;
        else if (text[i] >= '0' && text[i] <= '9') {
            if (index < PARAMETERS && *parameter <= LARGEST_PARAMETER)
                *parameter = *parameter * 10 + (text[i] - '0');
        } else
            sequence.mark = text[i];
    }
    return sequence;
}

static struct key_reading read_sequence(const char *text, size_t length)
{
    size_t end = 2;
    while (end < length && end < LONGEST_SEQUENCE && is_parameter_byte(text[end]))
        end++;
    if (end == length)
        return incomplete;
    if (end == LONGEST_SEQUENCE || text[end] < '@' || text[end] > '~')
        return read_as_nothing(end);
    struct sequence sequence = split_sequence(text, end + 1);
    const int *parameters = sequence.parameters;
    if (sequence.mark == '<')
        return (struct key_reading){end + 1, mouse_event(parameters[0], parameters[2] - 1,
                                                 parameters[1] - 1, sequence.final == 'M')};
    key_code key = key_of_sequence(&sequence);
    return key == INPUT_NONE ? read_as_nothing(end + 1) : read_as_key(end + 1, key);
}

// `ESC [`: what follows may be a key of the Linux console, a legacy mouse report or a sequence.
static struct key_reading read_bracket(const char *text, size_t length, bool all)
{
    if (length == 2)
        return all ? read_as_key(2, KEY_MOD_ALT | '[') : incomplete;
    if (text[2] == 'M')
        return read_legacy_mouse(text, length);
    if (text[2] != '[')
        return read_sequence(text, length);
    if (length == 3)
        return incomplete;
    if (text[3] < 'A' || text[3] > 'E')
        return read_as_nothing(4);
    return read_as_key(4, INPUT_F1 + (key_code)(text[3] - 'A'));
}

// `ESC O`: arrows and F1 to F4 of application mode; rxvt sends Control in lower case.
static struct key_reading read_shift_three(const char *text, size_t length, bool all)
{
    if (length == 2)
        return all ? read_as_key(2, KEY_MOD_ALT | 'O') : incomplete;
    bool control = text[2] >= 'a' && text[2] <= 'd';
    key_code key = key_of_letter(control ? (char)(text[2] - 'a' + 'A') : text[2]);
    if (key == INPUT_NONE)
        return read_as_nothing(3);
    return read_as_key(3, control ? key | KEY_MOD_CONTROL : key);
}

static struct key_reading with_alt(struct key_reading reading)
{
    if (reading.length == 0)
        return incomplete;
    reading.length++;
    reading.event.key |= KEY_MOD_ALT;
    return reading;
}

// Two Escapes in a row are two keys, unless rxvt says Alt with the first of them.
static struct key_reading read_double_escape(const char *text, size_t length, bool all)
{
    struct key_reading second = read_as_nothing(1);
    if (length == 2 && !all)
        return incomplete;
    if (length > 2 && text[2] == '[')
        second = read_bracket(text + 1, length - 1, all);
    else if (length > 2 && text[2] == 'O')
        second = read_shift_three(text + 1, length - 1, all);
    if (second.length == 0 || second.event.type == EVENT_KEY)
        return with_alt(second);
    return read_as_key(1, INPUT_ESCAPE);
}

static struct key_reading read_escape(const char *text, size_t length, bool all)
{
    if (length == 1)
        return all ? read_as_key(1, INPUT_ESCAPE) : incomplete;
    switch (text[1]) {
    case '[':
        return read_bracket(text, length, all);
    case 'O':
        return read_shift_three(text, length, all);
    case ESCAPE:
        return read_double_escape(text, length, all);
    default:
        return with_alt(read_character(text + 1, length - 1, all));
    }
}

struct key_reading key_sequence_read(const char *text, size_t length, bool all)
{
    struct key_reading reading =
        text[0] == ESCAPE ? read_escape(text, length, all) : read_character(text, length, all);
    // What will never be complete is given up.
    return reading.length == 0 && all ? read_as_nothing(length) : reading;
}
