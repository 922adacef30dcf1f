// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include <getopt.h>
#include <string.h>
#include <unistd.h>

#include "cli/suggestion.h"
#include "text/utf8.h"

enum { MOST_VERBS = 64, FIRST_LONG_OPTION = 256 };

// What getopt_long wants, made from the rows.
struct option_tables {
    struct option long_options[OPTION_COUNT + 1];
    char letters[2 * OPTION_COUNT + 2];
};

static void make_tables(struct option_tables *tables)
{
    *tables = (struct option_tables){0};
    size_t used = 0;
    tables->letters[used++] = ':';
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_row *row = &option_rows[i];
        tables->long_options[i] = (struct option){
            .name = row->name,
            .has_arg = row->value == NULL ? no_argument : required_argument,
            .val = FIRST_LONG_OPTION + i,
        };
        if (row->letter == 0)
            continue;
        tables->letters[used++] = row->letter;
        if (row->value != NULL)
            tables->letters[used++] = ':';
    }
}

// OPTION_COUNT when there is none.
static enum option_name option_of(int code)
{
    if (code >= FIRST_LONG_OPTION)
        return (enum option_name)(code - FIRST_LONG_OPTION);
    int i = 0;
    while (i < OPTION_COUNT && (option_rows[i].letter == 0 || option_rows[i].letter != code))
        i++;
    return (enum option_name)i;
}

static enum status refuse_option(const char *word, struct problem *problem)
{
    const char *names[OPTION_COUNT];
    for (size_t i = 0; i < OPTION_COUNT; i++)
        names[i] = option_rows[i].name;
    char name[64] = "";
    if (strncmp(word, "--", 2) == 0) {
        size_t length = strcspn(word + 2, "=");
        if (length < sizeof name)
            memcpy(name, word + 2, length);
    }
    const char *nearest = suggestion_for(name, names, OPTION_COUNT);
    if (nearest == NULL)
        return problem_set(problem, STATUS_USAGE,
            "L'option «%s» n'existe pas : greffe --help liste les options.", word);
    return problem_set(problem, STATUS_USAGE,
        "L'option «%s» n'existe pas : vouliez-vous dire --%s ?", word, nearest);
}

static enum status refuse_code(int code, char **argv, struct problem *problem)
{
    enum option_name option = option_of(optopt);
    if (option < OPTION_COUNT && code == ':')
        return problem_set(problem, STATUS_USAGE, "L'option --%s attend une valeur : --%s %s.",
            option_rows[option].name, option_rows[option].name, option_rows[option].value);
    if (option < OPTION_COUNT)
        return problem_set(problem, STATUS_USAGE,
            "L'option --%s ne prend pas de valeur : ôtez ce qui suit «=».",
            option_rows[option].name);
    if (optopt == 0)
        return refuse_option(argv[optind - 1], problem);
    const char letter[] = {'-', (char)optopt, '\0'};
    return refuse_option(letter, problem);
}

static enum status read_options(
    int argc, char **argv, struct arguments *arguments, struct problem *problem)
{
    struct option_tables tables;
    make_tables(&tables);
    optind = 0;
    opterr = 0;
    int code;
    while ((code = getopt_long(argc, argv, tables.letters, tables.long_options, NULL)) != -1) {
        enum option_name option = option_of(code);
        if (code == '?' || code == ':' || option == OPTION_COUNT)
            return refuse_code(code, argv, problem);
        arguments->values[option] = optarg == NULL ? "" : optarg;
    }
    arguments->words = argv + optind;
    arguments->word_count = argc - optind;
    return STATUS_DONE;
}

static const struct verb *find_verb(const struct verb_table *table, const char *folded)
{
    for (size_t i = 1; i < table->count; i++)
        if (strcmp(table->verbs[i].name, folded) == 0)
            return &table->verbs[i];
    return NULL;
}

static bool is_file(const char *word)
{
    static const char extension[] = ".ctg";
    size_t length = strlen(word);
    size_t extension_length = sizeof extension - 1;
    if (length > extension_length && strcmp(word + length - extension_length, extension) == 0)
        return true;
    return strchr(word, '/') != NULL || access(word, F_OK) == 0;
}

static enum status refuse_verb(
    const struct verb_table *table, const char *word, const char *folded, struct problem *problem)
{
    const char *names[MOST_VERBS];
    size_t count = 0;
    for (size_t i = 1; i < table->count && count < MOST_VERBS; i++)
        names[count++] = table->verbs[i].name;
    const char *nearest = suggestion_for(folded, names, count);
    if (nearest == NULL)
        return problem_set(problem, STATUS_USAGE,
            "«%s» n'est ni un verbe ni un fichier : greffe --help liste les verbes.", word);
    return problem_set(problem, STATUS_USAGE,
        "«%s» n'est ni un verbe ni un fichier : vouliez-vous dire greffe %s ?", word, nearest);
}

static enum status choose_verb(
    const struct verb_table *table, struct arguments *arguments, struct problem *problem)
{
    if (arguments->word_count == 0)
        return STATUS_DONE;
    const char *word = arguments->words[0];
    struct buffer folded = {0};
    text_fold(&folded, word);
    const struct verb *verb = find_verb(table, buffer_text(&folded));
    enum status status = STATUS_DONE;
    if (verb != NULL) {
        arguments->verb = verb;
        arguments->words++;
        arguments->word_count--;
    } else if (!is_file(word)) {
        status = refuse_verb(table, word, buffer_text(&folded), problem);
    }
    buffer_clear(&folded);
    return status;
}

static enum status check_words(const struct arguments *arguments, struct problem *problem)
{
    const struct verb *verb = arguments->verb;
    const char *blank = *verb->name == '\0' ? "" : " ";
    bool named = verb->word_is_file && arguments_have(arguments, OPTION_FILE);
    if (named && arguments->word_count > 0)
        return problem_set(problem, STATUS_USAGE,
            "Deux fichiers sont nommés, «%s» et «%s» : gardez-en un.",
            arguments->values[OPTION_FILE], arguments->words[0]);
    if (arguments->word_count > verb->most_words)
        return problem_set(problem, STATUS_USAGE, "«%s» est de trop : l'usage est greffe%s%s %s.",
            arguments->words[verb->most_words], blank, verb->name,
            *verb->words == '\0' ? "[OPTION]…" : verb->words);
    if (arguments->word_count < verb->least_words && !named)
        return problem_set(problem, STATUS_USAGE, "Il manque un mot : l'usage est greffe%s%s %s.",
            blank, verb->name, verb->words);
    return STATUS_DONE;
}

static enum status refuse_foreign_option(
    const struct verb *verb, const struct option_row *row, struct problem *problem)
{
    if (*verb->name == '\0')
        return problem_set(problem, STATUS_USAGE,
            "L'option --%s attend un verbe : greffe --help les liste.", row->name);
    return problem_set(problem, STATUS_USAGE,
        "L'option --%s ne va pas avec «%s» : greffe %s --help liste les siennes.", row->name,
        verb->name, verb->name);
}

static enum status check_value(
    const struct option_row *row, const char *value, struct problem *problem)
{
    if (row->value == NULL)
        return STATUS_DONE;
    if (*value == '\0')
        return problem_set(problem, STATUS_USAGE, "L'option --%s attend une valeur : --%s %s.",
            row->name, row->name, row->value);
    if (row->accepts != NULL && !row->accepts(value))
        return problem_set(problem, STATUS_USAGE,
            "L'option --%s ne peut pas être «%s» : écrivez --%s %s.", row->name, value, row->name,
            row->value);
    return STATUS_DONE;
}

static enum status check_options(const struct arguments *arguments, struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (int i = 0; i < OPTION_COUNT && status == STATUS_DONE; i++) {
        const char *value = arguments->values[i];
        if (value == NULL)
            continue;
        if (!verb_takes(arguments->verb, (enum option_name)i))
            status = refuse_foreign_option(arguments->verb, &option_rows[i], problem);
        else
            status = check_value(&option_rows[i], value, problem);
    }
    return status;
}

enum status arguments_read(int argc, char **argv, const struct verb_table *table,
    struct arguments *arguments, struct problem *problem)
{
    *arguments = (struct arguments){.verb = &table->verbs[0]};
    enum status status = read_options(argc, argv, arguments, problem);
    if (status == STATUS_DONE)
        status = choose_verb(table, arguments, problem);
    // Whoever asks for help need not know yet how to call.
    bool asks = arguments_have(arguments, OPTION_HELP) || arguments_have(arguments, OPTION_VERSION);
    if (status == STATUS_DONE && !asks)
        status = check_words(arguments, problem);
    if (status == STATUS_DONE && !asks)
        status = check_options(arguments, problem);
    return status;
}

bool arguments_have(const struct arguments *arguments, enum option_name option)
{
    return arguments->values[option] != NULL;
}

const char *arguments_file(const struct arguments *arguments)
{
    if (arguments_have(arguments, OPTION_FILE))
        return arguments->values[OPTION_FILE];
    return arguments->verb->word_is_file && arguments->word_count > 0 ? arguments->words[0] : NULL;
}
