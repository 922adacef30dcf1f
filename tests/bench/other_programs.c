// SPDX-License-Identifier: GPL-3.0-or-later
#include "other_programs.h"

#include <stdio.h>

#include "bench_files.h"

enum { LINES = 200, KEYS = 6 };

static const char *const arrows[] = {"\033OB", "\033OA", NULL};
static const char *const welcome[] = {"\r", NULL};

static void write_text(const char *path)
{
    FILE *text = fopen(path, "we");
    if (text == NULL)
        return;
    for (int i = 0; i < LINES; i++)
        fprintf(text, "%d. Le comité adopte le calendrier des passerelles.\n", i + 1);
    fclose(text);
}

static bool make_repository(char *folder)
{
    char *const steps[][11] = {
        {(char[]){"git"}, (char[]){"-C"}, folder, (char[]){"init"}, NULL},
        {(char[]){"git"}, (char[]){"-C"}, folder, (char[]){"add"}, (char[]){"text"}, NULL},
        {(char[]){"git"}, (char[]){"-C"}, folder, (char[]){"-c"}, (char[]){"user.name=bench"},
            (char[]){"-c"}, (char[]){"user.email=bench@invalid"}, (char[]){"commit"},
            (char[]){"-m"}, (char[]){"text"}, NULL},
    };
    bool made = true;
    for (size_t i = 0; made && i < sizeof steps / sizeof steps[0]; i++)
        made = run_quietly(steps[i]);
    return made;
}

void other_programs_measure(struct other_programs *others, const char *folder, int runs)
{
    char place[BENCH_PATH_SIZE];
    char text[BENCH_PATH_SIZE + 8];
    char agenda[BENCH_PATH_SIZE + 8];
    snprintf(place, sizeof place, "%s", folder);
    snprintf(text, sizeof text, "%s/text", folder);
    snprintf(agenda, sizeof agenda, "%s/agenda", folder);
    write_text(text);
    make_repository(place);
    char *const nano[] = {(char[]){"nano"}, text, NULL};
    char *const tig[] = {(char[]){"tig"}, (char[]){"-C"}, place, NULL};
    char *const calcurse[] = {(char[]){"calcurse"}, (char[]){"-D"}, agenda, NULL};
    const struct scenario scenarios[OTHER_PROGRAMS] = {
        {nano, NULL, arrows, false, KEYS},
        {tig, NULL, arrows, false, KEYS},
        {calcurse, welcome, arrows, false, KEYS},
    };
    *others = (struct other_programs){.names = {"nano", "tig", "calcurse"}};
    for (int i = 0; i < OTHER_PROGRAMS; i++)
        for (int run = 0; run < runs; run++)
            if (!scenario_run(&scenarios[i], &others->figures[i]))
                break;
}
