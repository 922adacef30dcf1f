// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/agenda_time.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

// Reads one or two digits; -1 where none stands.
static int read_number(const char **text)
{
    int number = -1;
    for (int digits = 0; digits < 2 && isdigit((unsigned char)**text); digits++)
        number = (number < 0 ? 0 : number * 10) + *(*text)++ - '0';
    return number;
}

// Minutes of the day, behind which `*text` then stands; -1 for what is no hour.
static int read_hour(const char **text)
{
    int hour = read_number(text);
    int minute = 0;
    while (hour >= 0 && **text == ' ' && ((*text)[1] == 'h' || (*text)[1] == 'H'))
        (*text)++;
    if (hour < 0 || hour > 23 || **text == '\0' || strchr("hH:", **text) == NULL)
        return -1;
    (*text)++;
    if (**text == ' ' && isdigit((unsigned char)(*text)[1]))
        (*text)++;
    if (isdigit((unsigned char)**text))
        minute = read_number(text);
    return minute > 59 || isdigit((unsigned char)**text) ? -1 : hour * 60 + minute;
}

static void write_hour(int minutes, char text[AGENDA_HOUR_SIZE])
{
    snprintf(text, AGENDA_HOUR_SIZE, "%02d:%02d", minutes / 60, minutes % 60);
}

static const char *pass(const char *text, const char *word)
{
    return strncmp(text, word, strlen(word)) == 0 ? text + strlen(word) : text;
}

static const char *pass_blanks(const char *text)
{
    return text + strspn(text, " ");
}

// «-», «–», «à»
static const char *pass_between(const char *text)
{
    static const char *const words[] = {"-", "–", "à", "a "};
    const char *at = pass_blanks(text);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (pass(at, words[i]) != at)
            return pass_blanks(pass(at, words[i]));
    return text;
}

bool agenda_read_hours(const char *text, char starts[AGENDA_HOUR_SIZE], char ends[AGENDA_HOUR_SIZE])
{
    const char *at = pass_blanks(pass(pass_blanks(text), "de "));
    starts[0] = ends[0] = '\0';
    if (*at == '\0')
        return true;
    int start = read_hour(&at);
    if (start < 0)
        return false;
    write_hour(start, starts);
    if (*pass_blanks(at) == '\0')
        return true;
    const char *behind = pass_between(at);
    if (behind == at)
        return false;
    int end = read_hour(&behind);
    if (end <= start || *pass_blanks(behind) != '\0')
        return false;
    write_hour(end, ends);
    return true;
}

int agenda_minutes_between(const char *starts, const char *ends)
{
    if (starts == NULL || ends == NULL)
        return 0;
    int start = read_hour(&starts);
    int end = read_hour(&ends);
    return start < 0 || end <= start ? 0 : end - start;
}

int agenda_running_totals(const int *minutes, size_t count, int allowed, int *totals)
{
    int total = 0;
    int first = AGENDA_NO_OVERRUN;
    for (size_t i = 0; i < count; i++) {
        total += minutes[i];
        totals[i] = total;
        if (allowed > 0 && total > allowed && first == AGENDA_NO_OVERRUN)
            first = (int)i;
    }
    return first;
}
