// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "random_text.h"
#include "text/fold.h"
#include "text/french_date.h"

enum { LINE_SIZE = 1024 };

// A Thursday.
static const struct french_date_context context = {
    .from = {.precision = DATE_DAY, .year = 2026, .month = 3, .day = 12},
    .next_meeting = {.precision = DATE_DAY, .year = 2026, .month = 6, .day = 4},
};

static const char impossible[] = "impossible";
static const char nothing[] = "rien";

static const char *const leads[] = {"le", "pour", "pour le", "avant", "avant le", "d'ici", "en",
    "pour la", "avant la", "d'ici le", "d'ici la", "d'ici au", "d'ici à"};

struct sample {
    const char *phrase;
    const char *expected; // an ISO date, `impossible` or `nothing`
};

// Read with or without a word before them.
static const struct sample free_phrases[] = {
    {"30/04", "2026-04-30"},
    {"30/4", "2026-04-30"},
    {"30/04/26", "2026-04-30"},
    {"30/04/2026", "2026-04-30"},
    {"3/4/26", "2026-04-03"},
    {"jeudi 30/04", "2026-04-30"},
    {"vendredi 3/4", "2026-04-03"},
    {"2026-04-30", "2026-04-30"},
    {"30 avril", "2026-04-30"},
    {"jeudi 30 avril", "2026-04-30"},
    {"jeudi 30 avril 2026", "2026-04-30"},
    {"1er mai 2027", "2027-05-01"},
    {"1 mai 2027", "2027-05-01"},
    {"30 avril 1998", "1998-04-30"},
    {"12 mars", "2026-03-12"},
    {"11 mars", "2027-03-11"},
    {"29 février", "2028-02-29"},
    {"29/02", "2028-02-29"},
    {"29/02/2028", "2028-02-29"},
    {"vendredi", "2026-03-13"},
    {"mercredi", "2026-03-18"},
    {"jeudi", "2026-03-19"},
    {"demain", "2026-03-13"},
    {"dans 15 jours", "2026-03-27"},
    {"dans 1 jour", "2026-03-13"},
    {"dans 2 semaines", "2026-03-26"},
    {"dans 1 semaine", "2026-03-19"},
    {"dans 2 mois", "2026-05-12"},
    {"dans 12 mois", "2027-03-12"},
    {"début avril", "2026-04-01"},
    {"début mars", "2027-03-01"},
    {"mi-avril", "2026-04-15"},
    {"mi-août 2027", "2027-08-15"},
    {"mi avril", "2026-04-15"},
    {"fin avril 2027", "2027-04-30"},
    {"fin février 2028", "2028-02-29"},
    {"fin février", "2027-02-28"},
    {"fin du mois", "2026-03-31"},
    {"fin de mois", "2026-03-31"},
    {"mi du mois", "2026-03-15"},
    {"début du mois", "2026-04-01"},
    {"vendredi prochain", "2026-03-13"},
    {"jeudi prochain", "2026-03-19"},
    {"dans un mois", "2026-04-12"},
    {"sous quinze jours", "2026-03-27"},
    {"sous quinzaine", "2026-03-27"},
    {"sous huitaine", "2026-03-20"},
    {"31/02", impossible},
    {"31/04/2026", impossible},
    {"29/02/2027", impossible},
    {"45/13", impossible},
    {"00/00", impossible},
    {"31 avril", impossible},
    {"32 mars 2026", impossible},
    {"2026-02-30", impossible},
    {"30 avril 3000", impossible},
    {"vendredi 30 avril", impossible},
    {"vendredi 30 avril 2026", impossible},
};

// Read only behind one of the words.
static const struct sample led_phrases[] = {
    {"2027", "2027"},
    {"2000", "2000"},
    {"2099", "2099"},
    {"avril 2027", "2027-04"},
    {"AOÛT 1998", "1998-08"},
    {"avril 3000", impossible},
    {"T1 2026", "2026-03-31"},
    {"T3 2026", "2026-09-30"},
    {"t4 2028", "2028-12-31"},
    {"T2 9999", impossible},
    {"prochaine séance", "2026-06-04"},
    {"prochaine réunion", "2026-06-04"},
    {"3/4", "2026-04-03"},
    {"9/9", "2026-09-09"},
    {"0/0", impossible},
};

// Text, whatever stands before them.
static const struct sample plain_texts[] = {
    {"mars 20424", nothing},
    {"2500", nothing},
    {"1998", nothing},
    {"20", nothing},
    {"30", nothing},
    {"1er", nothing},
    {"avril", nothing},
    {"T5 2026", nothing},
    {"T3", nothing},
    {"30/04/026", nothing},
    {"30/04/2026/1", nothing},
    {"30/04/20261", nothing},
    {"130/04", nothing},
    {"/04", nothing},
    {"30/", nothing},
    {"30//04", nothing},
    {"2024-2028", nothing},
    {"2026-4-30", nothing},
    {"2026-04-300", nothing},
    {"12026-04-30", nothing},
    {"2er mai", nothing},
    {"120 avril", nothing},
    {"30avril", nothing},
    {"mi-trimestre", nothing},
    {"début", nothing},
    {"dans jours", nothing},
    {"dans quelques jours", nothing},
    {"dans 15", nothing},
    {"dans 15000 jours", nothing},
    {"dans 1,5 mois", nothing},
    {"prochaine", nothing},
    {"vendredis", nothing},
    {"(vendredi)", nothing},
};

static void expect_found(struct french_date found, const char *expected)
{
    char iso[DATE_TEXT_SIZE];
    date_iso(found.date, iso);
    if (expected == nothing) {
        assert_int_equal(found.found, FRENCH_DATE_NONE);
    } else if (expected == impossible) {
        assert_int_equal(found.found, FRENCH_DATE_IMPOSSIBLE);
        assert_string_equal(iso, "");
    } else {
        assert_int_equal(found.found, FRENCH_DATE_READ);
        assert_string_equal(iso, expected);
    }
}

static void expect_at_end(const char *before, const char *phrase, const char *after,
    const char *expected, const char *expected_phrase)
{
    char line[LINE_SIZE];
    int length = snprintf(line, sizeof line, "%s%s%s", before, phrase, after);
    struct french_date found = french_date_at_end(line, (size_t)length, &context);
    expect_found(found, expected);
    if (expected == nothing)
        return;
    assert_int_equal(found.end, strlen(before) + strlen(phrase));
    assert_int_equal(found.end - found.start, strlen(expected_phrase));
}

static void expect_at_start(
    const char *before, const char *phrase, const char *after, const char *expected)
{
    char line[LINE_SIZE];
    int length = snprintf(line, sizeof line, "%s%s%s", before, phrase, after);
    struct french_date found = french_date_at_start(line, (size_t)length, &context);
    expect_found(found, expected);
    if (expected == nothing)
        return;
    assert_int_equal(found.start, strlen(before));
    assert_int_equal(found.end, strlen(before) + strlen(phrase));
}

static void expect_whole(const char *text, const char *expected)
{
    struct french_date read = {0};
    read.found = french_date_read(text, &context, &read.date);
    expect_found(read, expected);
}

// At both ends of a line, and alone.
static void expect_everywhere(const char *phrase, const char *expected)
{
    expect_at_end("", phrase, "", expected, phrase);
    expect_at_end("Envoyer l'état ", phrase, "", expected, phrase);
    expect_at_end("Envoyer l'état\u00A0", phrase, ".", expected, phrase);
    expect_at_end("Envoyer, ", phrase, " . ", expected, phrase);
    expect_at_start("", phrase, "", expected);
    expect_at_start(" \t", phrase, " envoyer l'état", expected);
    expect_at_start("", phrase, ", envoyer l'état", expected);
    expect_at_start("", phrase, " : envoyer l'état", expected);
    expect_whole(phrase, expected);
}

static void expect_behind_every_lead(const struct sample *sample)
{
    for (size_t i = 0; i < sizeof leads / sizeof leads[0]; i++) {
        char phrase[LINE_SIZE];
        snprintf(phrase, sizeof phrase, "%s %s", leads[i], sample->phrase);
        expect_everywhere(phrase, sample->expected);
    }
}

static void reads_each_form_with_and_without_a_word_before(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof free_phrases / sizeof free_phrases[0]; i++) {
        expect_everywhere(free_phrases[i].phrase, free_phrases[i].expected);
        expect_behind_every_lead(&free_phrases[i]);
    }
}

static void reads_some_forms_only_behind_a_word(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof led_phrases / sizeof led_phrases[0]; i++) {
        expect_at_end("le bilan ", led_phrases[i].phrase, "", nothing, NULL);
        expect_at_end("", led_phrases[i].phrase, "", nothing, NULL);
        expect_at_start("", led_phrases[i].phrase, " et le bilan", nothing);
        expect_whole(led_phrases[i].phrase, led_phrases[i].expected);
        expect_behind_every_lead(&led_phrases[i]);
    }
}

static void leaves_the_rest_as_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof plain_texts / sizeof plain_texts[0]; i++) {
        expect_everywhere(plain_texts[i].phrase, nothing);
        expect_behind_every_lead(&plain_texts[i]);
    }
}

static void keeps_sentences_whole(void **state)
{
    (void)state;
    static const char *const sentences[] = {"envoyer le bilan 2025", "préparer la prochaine séance",
        "réunir la majorité des 2/3", "le plan de mars 2025", "envoyer à la Caf",
        "finir pour vendredi la maquette", "vendredi, envoyer", "le", "pour", "d'ici", "", "  ",
        ".", "#6 30/04#", "une enveloppe pour 2500", "l'envoi:30/04", "15 jours",
        "un délai de 15 jours", "pour 15 jours"};
    for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++) {
        const char *sentence = sentences[i];
        expect_found(french_date_at_end(sentence, strlen(sentence), &context), nothing);
    }
}

static void takes_the_longest_phrase(void **state)
{
    (void)state;
    expect_at_end(
        "Voir ", "avant le jeudi 30 avril 2026", "", "2026-04-30", "avant le jeudi 30 avril 2026");
    expect_at_end("Voir mercredi ", "jeudi 30 avril", "", "2026-04-30", "jeudi 30 avril");
    expect_at_end("Voir le vendredi ", "le 30 avril", "", "2026-04-30", "le 30 avril");
    expect_at_end("Voir jeudi, ", "30 avril", "", "2026-04-30", "30 avril");
    expect_at_start("", "le 30 avril 2027", " 2028", "2027-04-30");
    expect_at_start("", "vendredi", " saint", "2026-03-13");
    expect_at_start("", "jeudi", ", 30 avril", "2026-03-19");
}

static void counts_a_term_behind_its_word_only(void **state)
{
    (void)state;
    expect_everywhere("d'ici 15 jours", "2026-03-27");
    expect_everywhere("D’ICI 2 MOIS", "2026-05-12");
    expect_everywhere("d'ici un mois", "2026-04-12");
    expect_everywhere("d'ici une semaine", "2026-03-19");
    expect_everywhere("avant la fin du mois", "2026-03-31");
    expect_everywhere("au plus tard vendredi", "2026-03-13");
    expect_everywhere("au plus tard le jeudi 30 avril 2026", "2026-04-30");
    expect_everywhere("un mois", nothing);
    expect_everywhere("15 jours", nothing);
    expect_everywhere("pour 15 jours", nothing);
    expect_everywhere("d'ici le 15 jours", nothing);
}

static void ignores_case_accents_and_apostrophes(void **state)
{
    (void)state;
    expect_everywhere("D’ICI DEMAIN", "2026-03-13");
    expect_everywhere("Fin Fevrier 2028", "2028-02-29");
    expect_everywhere("FIN FÉVRIER 2028", "2028-02-29");
    expect_everywhere("fin fe\u0301vrier 2028", "2028-02-29");
    expect_everywhere("Mi-Avril", "2026-04-15");
    expect_everywhere("pour la PROCHAINE SEANCE", "2026-06-04");
    expect_everywhere("30\u00A0Avril\u202F2026", "2026-04-30");
    expect_everywhere("d’ici a lundi", "2026-03-16");
}

static void needs_a_planned_meeting(void **state)
{
    (void)state;
    const struct french_date_context alone = {.from = context.from};
    const char *text = "en parler pour la prochaine séance";
    struct french_date found = french_date_at_end(text, strlen(text), &alone);
    expect_found(found, impossible);
    assert_int_equal(found.start, strlen("en parler "));
}

static void without_a_day_to_count_from_nothing_relative_is_read(void **state)
{
    (void)state;
    const struct french_date_context none = {0};
    static const char *const texts[] = {"vendredi", "demain", "dans 2 mois", "30/04", "fin avril"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        expect_found(french_date_at_end(texts[i], strlen(texts[i]), &none), impossible);
    expect_found(french_date_at_end("30/04/26", 8, &none), "2026-04-30");
}

static void stays_within_the_calendar(void **state)
{
    (void)state;
    const struct french_date_context late = {.from = {DATE_DAY, 2999, 12, 31}};
    static const char *const texts[] = {"vendredi", "demain", "dans 9999 semaines", "30/04"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        expect_found(french_date_at_end(texts[i], strlen(texts[i]), &late), impossible);
}

static void reads_only_up_to_the_length(void **state)
{
    (void)state;
    expect_found(french_date_at_end("pour 2027 #6", strlen("pour 2027"), &context), "2027");
    expect_found(french_date_at_end("30/04/26", strlen("30/04"), &context), "2026-04-30");
    expect_found(french_date_at_start("30/04/26", strlen("30/04"), &context), "2026-04-30");
}

static void reads_an_empty_field_as_no_date(void **state)
{
    (void)state;
    struct date date = context.from;
    assert_int_equal(french_date_read("", &context, &date), FRENCH_DATE_READ);
    assert_int_equal(date.precision, DATE_NONE);
    date = context.from;
    assert_int_equal(french_date_read("  ", &context, &date), FRENCH_DATE_READ);
    assert_int_equal(date.precision, DATE_NONE);
}

static void refuses_a_field_that_says_more(void **state)
{
    (void)state;
    expect_whole("30 avril ou plus tard", nothing);
    expect_whole("le 30 avril 2026 au plus tard le soir", nothing);
    expect_whole("vendredi,", nothing);
    expect_whole("30 avril.", "2026-04-30");
}

static void expect_read_back(
    void (*write)(struct buffer *, struct date), struct date date, const char *iso)
{
    struct buffer text = {0};
    write(&text, date);
    expect_whole(buffer_text(&text), iso);
    buffer_clear(&text);
}

static void reads_what_the_program_writes(void **state)
{
    (void)state;
    for (int days = -30000; days <= 300000; days += 7) {
        struct date date = date_add_days(context.from, days);
        char iso[DATE_TEXT_SIZE];
        date_iso(date, iso);
        expect_whole(iso, iso);
        expect_read_back(date_long, date, iso);
        expect_read_back(date_short, date, iso);
    }
}

static void weekdays_are_the_next_ones(void **state)
{
    (void)state;
    static const char *const weekdays[] = {
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};
    for (int days = 0; days < 1000; days++) {
        struct french_date_context day = {.from = date_add_days(context.from, days)};
        int weekday = days % 7 + 1;
        struct date date = {0};
        assert_int_equal(french_date_read(weekdays[weekday - 1], &day, &date), FRENCH_DATE_READ);
        assert_int_equal(date_weekday(date), weekday);
        int wait = date_days_between(day.from, date);
        assert_true(wait >= 1 && wait <= 7);
    }
}

// Lines made of the words of dates, in any order.
static size_t random_line(struct random *random, char line[LINE_SIZE])
{
    static const char *const words[] = {"le", "pour", "la", "avant", "d'ici", "en", "30", "1er",
        "15", "avril", "mars", "fin", "début", "mi-mai", "jeudi", "vendredi", "demain", "dans",
        "jours", "mois", "2026", "2027", "T3", "prochaine", "séance", "30/04", "31/02", "2/3",
        "2026-04-30", "bilan", "jeudi,", "2025.", "du", "de", "sous", "un", "quinzaine", "au",
        "plus", "tard", "prochain"};
    size_t count = 1 + random_below(random, 8);
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        const char *word = words[random_below(random, sizeof words / sizeof words[0])];
        length +=
            (size_t)snprintf(line + length, LINE_SIZE - length, "%s%s", i == 0 ? "" : " ", word);
    }
    return length;
}

static void expect_whole_phrase(const char *line, size_t length, struct french_date found)
{
    assert_true(found.start < found.end && found.end <= length);
    assert_true(found.start == 0 || line[found.start - 1] == ' ');
    char phrase[LINE_SIZE];
    snprintf(phrase, sizeof phrase, "%.*s", (int)(found.end - found.start), line + found.start);
    struct date date = {0};
    assert_int_equal(french_date_read(phrase, &context, &date), found.found);
    assert_memory_equal(&date, &found.date, sizeof date);
}

static void what_is_found_is_a_phrase(void **state)
{
    (void)state;
    struct random random = {10};
    char line[LINE_SIZE];
    int met = 0;
    for (int round = 0; round < 20000; round++) {
        size_t length = random_line(&random, line);
        struct french_date at_end = french_date_at_end(line, length, &context);
        struct french_date at_start = french_date_at_start(line, length, &context);
        if (at_end.found != FRENCH_DATE_NONE)
            expect_whole_phrase(line, length, at_end);
        if (at_start.found != FRENCH_DATE_NONE)
            expect_whole_phrase(line, length, at_start);
        met += at_end.found != FRENCH_DATE_NONE;
        assert_true(at_start.found == FRENCH_DATE_NONE || at_start.start == 0);
    }
    assert_true(met > 2000);
}

static void any_bytes_are_read_safely(void **state)
{
    (void)state;
    struct random random = {11};
    char text[RANDOM_TEXT_SIZE];
    for (int round = 0; round < 5000; round++) {
        size_t length = random_text(&random, text);
        struct french_date at_end = french_date_at_end(text, length, &context);
        struct french_date at_start = french_date_at_start(text, length, &context);
        struct date date;
        french_date_read(text, &context, &date);
        assert_true(at_end.start <= at_end.end && at_end.end <= length);
        assert_true(at_start.start <= at_start.end && at_start.end <= length);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_form_with_and_without_a_word_before),
        cmocka_unit_test(reads_some_forms_only_behind_a_word),
        cmocka_unit_test(leaves_the_rest_as_text),
        cmocka_unit_test(keeps_sentences_whole),
        cmocka_unit_test(takes_the_longest_phrase),
        cmocka_unit_test(counts_a_term_behind_its_word_only),
        cmocka_unit_test(ignores_case_accents_and_apostrophes),
        cmocka_unit_test(needs_a_planned_meeting),
        cmocka_unit_test(without_a_day_to_count_from_nothing_relative_is_read),
        cmocka_unit_test(stays_within_the_calendar),
        cmocka_unit_test(reads_only_up_to_the_length),
        cmocka_unit_test(reads_an_empty_field_as_no_date),
        cmocka_unit_test(refuses_a_field_that_says_more),
        cmocka_unit_test(reads_what_the_program_writes),
        cmocka_unit_test(weekdays_are_the_next_ones),
        cmocka_unit_test(what_is_found_is_a_phrase),
        cmocka_unit_test(any_bytes_are_read_safely),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
