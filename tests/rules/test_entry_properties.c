// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of every line, over thousands of random ones.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "../text/random_text.h"
#include "base/buffer.h"
#include "entry_sample.h"
#include "text/clean.h"
#include "text/fold.h"

enum { LINE_SIZE = 512, ROUNDS = 20000 };

static const char *const words[] = {"!", ">", ">", ">", "*", "?", "~", "=", "-", "\\", "@caf",
    "@ville,", "(@pmi)", "@\"Gérant Culture\"", "@\"Animatrice Inclusion\",", "@\"Animatrice",
    "Inclusion\"", "@Élue.", "@demain", "@assmat", "l'@tresoriere", "@", "@caf@ville", "#6",
    "#axe-9", "#6.1,", "#99", "#", "(#6)", "x#6", "\\#6", "\\@caf", "\\\\@caf", "prio:1", "prio:2,",
    "prio:9", "(?)", "(?).", "le", "pour", "avant", "d'ici", "en", "dans", "2", "semaines", "30/04",
    "31/02", "30/04/2026.", "vendredi", "demain,", "fin", "avril", "2027", "T3", "à", "revoir",
    "prochaine", "séance", ":", ",", ";", ".", "bilan", "crèche", "places.", "Caf", "des",
    "Pyrénées-Orientales", "PMI"};

// Words that no run takes: they can only stay in the text.
static const char *const plain_words[] = {"bilan", "crèche", "x#6", "prio:9", "@caf@ville"};

// Words that a date may take with it.
static const char *const date_words[] = {"le", "pour", "avant", "d'ici", "en", "dans", "2",
    "semaines", "30/04", "30/04/2026", "vendredi", "demain", "fin", "avril", "2027", "T3", "à",
    "revoir", "prochaine", "séance"};

static const char *random_line(struct random *random, char line[LINE_SIZE])
{
    size_t length = 0;
    size_t count = 1 + random_below(random, 9);
    line[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        const char *word = words[random_below(random, sizeof words / sizeof words[0])];
        int written =
            snprintf(line + length, LINE_SIZE - length, "%s%s", length == 0 ? "" : " ", word);
        length += (size_t)written;
    }
    return line;
}

static int count_word(const char *text, const char *word)
{
    int count = 0;
    size_t length = strlen(word);
    for (const char *at = strstr(text, word); at != NULL; at = strstr(at + 1, word)) {
        bool begins = at == text || at[-1] == ' ';
        bool ends = at[length] == ' ' || at[length] == '\0' || at[length] == '.';
        count += begins && ends;
    }
    return count;
}

// All that the fact says, as one text to look for words in.
static const char *all_that_is_said(const struct entry *entry, struct arena *arena)
{
    struct buffer out = {0};
    buffer_append(&out, entry->text);
    for (size_t i = 0; i < entry->mention_count; i++) {
        const struct directory_name *name =
            entry_find_organisation(&sample_context.directory, entry->mentions[i].organisation);
        buffer_append_format(
            &out, " %s %s", entry->mentions[i].name, name == NULL ? "" : name->code);
    }
    for (size_t i = 0; i < entry->link_count; i++)
        buffer_append_format(
            &out, " #%s #axe-%s", entry->links[i].reference, entry->links[i].reference);
    if (entry->priority != 0)
        buffer_append_format(&out, " prio:%d", entry->priority);
    buffer_append(&out, entry->doubtful ? " (?)" : "");
    for (size_t i = 0;
         entry->date.precision != DATE_NONE && i < sizeof date_words / sizeof date_words[0]; i++)
        buffer_append_format(&out, " %s", date_words[i]);
    struct buffer folded = {0};
    text_fold(&folded, buffer_text(&out));
    const char *said = arena_copy(arena, buffer_text(&folded));
    buffer_clear(&folded);
    buffer_clear(&out);
    return said;
}

static void expect_every_word(const char *line, const struct entry *entry, struct arena *arena)
{
    const char *said = all_that_is_said(entry, arena);
    struct buffer folded = {0};
    text_fold(&folded, line);
    char *copy = arena_copy(arena, buffer_text(&folded));
    buffer_clear(&folded);
    char *rest = NULL;
    for (char *word = strtok_r(copy, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest)) {
        const char *elided = strstr(word, "'@");
        word += elided == NULL ? 0 : elided + 1 - word;
        bool is_mark = strncmp(word, "(?)", 3) == 0;
        word += strspn(word, is_mark ? "" : "!>*~=-\\@\"(");
        word[strcspn(word, is_mark ? "." : ",;\")")] = '\0';
        size_t length = strlen(word);
        while (length > 0 && !is_mark && strchr(".:?", word[length - 1]) != NULL)
            word[--length] = '\0';
        if (strstr(said, word) == NULL)
            print_error("«%s» is lost of «%s»: %s\n", word, line, said);
        assert_non_null(strstr(said, word));
    }
}

static void nothing_that_is_said_is_lost(void **state)
{
    (void)state;
    struct random random = {21};
    char line[LINE_SIZE];
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct arena arena = {0};
        struct entry entry;
        random_line(&random, line);
        if (entry_read(line, &sample_context, &arena, &entry, NULL) == STATUS_DONE) {
            expect_every_word(line, &entry, &arena);
            for (size_t i = 0; i < 4; i++)
                assert_int_equal(
                    count_word(line, plain_words[i]), count_word(entry.text, plain_words[i]));
            assert_true(entry.text[0] != '\0');
            read++;
        }
        arena_clear(&arena);
    }
    assert_true(read > ROUNDS / 2);
}

static void expect_read_back(const char *line, struct arena *arena)
{
    struct entry entry;
    struct entry again;
    if (entry_read(line, &sample_context, arena, &entry, NULL) != STATUS_DONE)
        return;
    const char *composed = entry_compose(&entry, &sample_context, arena);
    assert_non_null(composed);
    assert_int_equal(entry_read(composed, &sample_context, arena, &again, NULL), STATUS_DONE);
    if (!entry_is_same(&entry, &again))
        print_error("«%s» composed «%s»\n  %s\n  %s\n", line, composed,
            sample_describe(&entry, arena), sample_describe(&again, arena));
    assert_true(entry_is_same(&entry, &again));
    assert_string_equal(entry_compose(&again, &sample_context, arena), composed);
    assert_non_null(entry_explain(&entry, &sample_context, arena));
}

static void a_composed_line_reads_back(void **state)
{
    (void)state;
    struct random random = {22};
    char line[LINE_SIZE];
    for (int round = 0; round < ROUNDS; round++) {
        struct arena arena = {0};
        expect_read_back(random_line(&random, line), &arena);
        arena_clear(&arena);
    }
}

static void any_clean_text_reads_back(void **state)
{
    (void)state;
    struct random random = {23};
    char text[RANDOM_TEXT_SIZE];
    for (int round = 0; round < ROUNDS / 4; round++) {
        struct arena arena = {0};
        struct buffer line = {0};
        const char *sign = words[random_below(&random, sizeof words / sizeof words[0])];
        size_t length = random_text(&random, text);
        buffer_append_format(&line, "%s%s", sign, round % 2 == 0 ? " " : "");
        text_clean(&line, text, length, TEXT_ONE_LINE);
        expect_read_back(buffer_text(&line), &arena);
        buffer_clear(&line);
        arena_clear(&arena);
    }
}

static void a_line_takes_any_kind(void **state)
{
    (void)state;
    struct random random = {24};
    char line[LINE_SIZE];
    for (int round = 0; round < ROUNDS; round++) {
        struct arena arena = {0};
        struct entry entry;
        enum record_kind kind = (enum record_kind)random_below(&random, RECORD_KIND_COUNT);
        const char *changed = entry_with_kind(random_line(&random, line), kind, &arena);
        assert_non_null(changed);
        if (entry_read(changed, &sample_context, &arena, &entry, NULL) == STATUS_DONE)
            assert_true(entry.kind == kind ||
                        (kind == RECORD_BALLOT && entry.doubt == ENTRY_NOT_UNDERSTOOD));
        assert_string_equal(entry_with_kind(changed, kind, &arena), changed);
        arena_clear(&arena);
    }
}

static void any_bytes_are_read_safely(void **state)
{
    (void)state;
    struct random random = {25};
    char text[RANDOM_TEXT_SIZE];
    for (int round = 0; round < ROUNDS / 8; round++) {
        struct arena arena = {0};
        struct entry entry;
        struct entry_completion completion;
        size_t length = random_text(&random, text);
        size_t place = random_below(&random, length + 1);
        if (place < length)
            text[place] = "@#\\\"!>"[random_below(&random, 6)];
        if (entry_read(text, &sample_context, &arena, &entry, NULL) == STATUS_DONE)
            assert_non_null(entry_compose(&entry, &sample_context, &arena));
        for (size_t cursor = 0; cursor <= length; cursor++)
            if (entry_completion_at(text, cursor, &arena, &completion))
                assert_true(completion.start < cursor);
        arena_clear(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_that_is_said_is_lost),
        cmocka_unit_test(a_composed_line_reads_back),
        cmocka_unit_test(any_clean_text_reads_back),
        cmocka_unit_test(a_line_takes_any_kind),
        cmocka_unit_test(any_bytes_are_read_safely),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
