// SPDX-License-Identifier: GPL-3.0-or-later
// The loop on a real pseudo-terminal, around an application of its own: this program runs itself
// there. What is defined here takes the place of screens/application.c when the test is linked.
#include <glob.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "pseudo_terminal.h"
#include "scratch.h"
#include "surface/theme.h"
#include "terminal/locale.h"
#include "terminal/loop.h"

// The application: it shows what it was given --------------------------------------------------

struct application {
    struct buffer typed;
    char last[200]; // the last event that typed nothing
    char kept[128]; // where «the disk» is
    int ticks, draws;
};

static void note_key(struct application *application, key_code key)
{
    struct buffer label = {0};
    key_label(&label, key);
    snprintf(application->last, sizeof application->last, "touche %s", buffer_text(&label));
    buffer_clear(&label);
}

// A defect that eats the whole stack.
static size_t overflow(const volatile char *above, size_t depth)
{
    volatile char frame[4096];
    frame[0] = above == NULL ? 0 : (char)(above[0] + 1);
    return depth == SIZE_MAX ? 0 : overflow(frame, depth + 1) + (size_t)frame[0];
}

static enum application_request handle_key(struct application *application, key_code key)
{
    char text[8];
    if (key_is_text(key)) {
        key_text(key, text);
        buffer_append(&application->typed, text);
        return APPLICATION_GOES_ON;
    }
    note_key(application, key);
    switch (key) {
    case KEY_MOD_CONTROL | 'q':
        return APPLICATION_QUITS;
    case KEY_MOD_CONTROL | 'z':
        return APPLICATION_SUSPENDS;
    case KEY_MOD_CONTROL | 'l':
        return APPLICATION_REDRAWS;
    case KEY_MOD_ALT | 'e':
        return APPLICATION_WANTS_EDITOR;
    case KEY_MOD_CONTROL | 'k':
        abort();
    case KEY_MOD_CONTROL | 'o':
        application->ticks += (int)overflow(NULL, 0);
        return APPLICATION_GOES_ON;
    default:
        return APPLICATION_GOES_ON;
    }
}

enum application_request application_handle(
    struct application *application, const struct event *event)
{
    char *last = application->last;
    size_t size = sizeof application->last;
    switch (event->type) {
    case EVENT_KEY:
        return handle_key(application, event->key);
    case EVENT_PASTE:
        buffer_append_bytes(&application->typed, event->text, event->length);
        snprintf(last, size, "collage %zu", event->length);
        break;
    case EVENT_CLICK:
        snprintf(last, size, "clic %d,%d%s", event->row, event->column, event->twice ? " *" : "");
        break;
    case EVENT_SCROLL:
        snprintf(last, size, "roue %d", event->lines);
        break;
    case EVENT_NONE:
        break;
    }
    return APPLICATION_GOES_ON;
}

const char *application_editor_text(const struct application *application)
{
    return buffer_text(&application->typed);
}

void application_editor_done(struct application *application, const char *text, const char *reason)
{
    snprintf(application->last, sizeof application->last, "%.190s", reason == NULL ? "" : reason);
    if (text == NULL)
        return;
    buffer_reset(&application->typed);
    buffer_append(&application->typed, text);
}

bool application_tick(struct application *application)
{
    return ++application->ticks == 2;
}

void application_settle(struct application *application)
{
    FILE *file = fopen(application->kept, "w");
    if (file == NULL)
        return;
    fputs(buffer_text(&application->typed), file);
    fclose(file);
}

void application_draw(struct application *application, struct surface *surface)
{
    char line[128];
    int width = surface->columns;
    application->draws++;
    snprintf(line, sizeof line, "taille %dx%d", surface->columns, surface->rows);
    surface_put(surface, 0, 0, width, STYLE_TITLE, line);
    surface_put(surface, 1, 0, width, STYLE_FIELD_JEUNESSE, "jeunesse");
    surface_put(surface, 2, 0, width, STYLE_LATE, "retard");
    surface_put(surface, 3, 0, width, STYLE_TEXT, application->last);
    surface_put(surface, 4, 0, width, STYLE_TEXT, application->ticks > 1 ? "au repos" : "");
    int used = surface_put(surface, 5, 0, width, STYLE_TEXT, buffer_text(&application->typed));
    surface_put_right(surface, surface->rows - 1, 0, width, STYLE_TEXT, "fin.");
    surface_place_cursor(surface, 5, used);
}

static int run_application(const char *kept)
{
    struct application application = {0};
    struct theme theme;
    struct buffer warnings = {0};
    struct problem problem = {0};
    snprintf(application.kept, sizeof application.kept, "%s", kept);
    enum status status = locale_start(&problem);
    if (status == STATUS_DONE)
        status = theme_load(&theme, "nuit", NULL, &warnings, &problem);
    if (status == STATUS_DONE)
        status = loop_run(&application, &theme, &problem);
    if (status != STATUS_DONE)
        printf("refus : %s\n", problem.sentence);
    buffer_clear(&application.typed);
    return status;
}

// The tests --------------------------------------------------------------------------------------

struct stage {
    char folder[SCRATCH_PATH_SIZE];
    char kept[96];
    struct pty *pty;
};

static int set_stage(void **state)
{
    struct stage *stage = calloc(1, sizeof *stage);
    if (stage == NULL || !scratch_make(stage->folder)) {
        free(stage);
        return -1;
    }
    snprintf(stage->kept, sizeof stage->kept, "%s/kept", stage->folder);
    *state = stage;
    return 0;
}

static int clear_stage(void **state)
{
    struct stage *stage = *state;
    pty_destroy(stage->pty);
    int result = scratch_remove(stage->folder);
    free(stage);
    return result;
}

static char self[] = "/proc/self/exe";

static void start_with(struct stage *stage, const char *const *environment)
{
    char *arguments[] = {self, stage->kept, NULL};
    stage->pty = pty_start(arguments, 24, 80, environment);
}

static void start(struct stage *stage)
{
    static const char *const environment[] = {"LC_ALL=C.UTF-8", "NO_COLOR", NULL};
    start_with(stage, environment);
    pty_wait_for(stage->pty, "fin.");
    pty_wait_for(stage->pty, "taille 80x24");
}

static void assert_kept(const struct stage *stage, const char *expected)
{
    char text[256] = "";
    FILE *file = fopen(stage->kept, "r");
    assert_non_null(file);
    size_t length = fread(text, 1, sizeof text - 1, file);
    text[length] = '\0';
    fclose(file);
    assert_string_equal(text, expected);
}

static void test_keys_come_in_and_cells_go_out(void **state)
{
    struct stage *stage = *state;
    start(stage);
    pty_send(stage->pty, "d\xC3\xA9j\xC3\xA0 \xE6\xBC\xA2");
    pty_wait_for(stage->pty, "déjà 漢");
    assert_int_equal(pty_cursor(stage->pty).row, 5);
    assert_int_equal(pty_cursor(stage->pty).column, 7);
    assert_true(pty_cursor(stage->pty).visible);
    pty_send(stage->pty, "\033[1;5C");
    pty_wait_for(stage->pty, "touche ");
    pty_send(stage->pty, "\033");
    pty_wait_for(stage->pty, "touche Échap");
    pty_send(stage->pty, "\033d");
    pty_wait_for(stage->pty, "touche Alt-d");
    pty_send(stage->pty, "\033[<0;12;5M");
    pty_wait_for(stage->pty, "clic 4,11");
    pty_send(stage->pty, "\033[<64;12;5M");
    pty_wait_for(stage->pty, "roue -");
    pty_send(stage->pty, "\033[200~un\ndeux\033[201~");
    pty_wait_for(stage->pty, "collage 7");
    pty_send(stage->pty, "\021");
    assert_int_equal(pty_wait_for_end(stage->pty), 0);
    assert_false(pty_is_taken(stage->pty));
    assert_kept(stage, "déjà 漢un\ndeux");
}

static void test_one_key_sends_few_bytes(void **state)
{
    struct stage *stage = *state;
    start(stage);
    size_t before = pty_bytes(stage->pty);
    pty_send(stage->pty, "m");
    pty_wait_for(stage->pty, "m");
    assert_true(pty_bytes(stage->pty) - before < 200);
}

static void test_rest_is_told_and_kept(void **state)
{
    struct stage *stage = *state;
    start(stage);
    pty_send(stage->pty, "brouillon");
    pty_wait_for(stage->pty, "au repos");
    assert_kept(stage, "brouillon");
}

static void test_a_resize_is_followed(void **state)
{
    struct stage *stage = *state;
    start(stage);
    pty_send(stage->pty, "avant");
    pty_wait_for(stage->pty, "avant");
    pty_resize(stage->pty, 50, 200);
    pty_wait_for(stage->pty, "taille 200x50");
    pty_wait_for(stage->pty, "avant");
    pty_resize(stage->pty, 3, 12);
    pty_wait_for(stage->pty, "taille 12x3");
    pty_resize(stage->pty, 1, 1);
    pty_wait_until_gone(stage->pty, "taille");
    pty_resize(stage->pty, 20, 60);
    pty_wait_for(stage->pty, "taille 60x20");
    pty_wait_for(stage->pty, "avant");
}

static void test_control_l_sends_everything(void **state)
{
    struct stage *stage = *state;
    start(stage);
    size_t before = pty_bytes(stage->pty);
    pty_send(stage->pty, "\f");
    pty_wait_for(stage->pty, "touche Ctrl-L");
    assert_true(pty_bytes(stage->pty) - before > 60);
}

static void end_by(struct stage *stage, int number)
{
    start(stage);
    pty_send(stage->pty, "à moitié");
    pty_wait_for(stage->pty, "à moitié");
    pty_signal(stage->pty, number);
    assert_int_equal(pty_wait_for_end(stage->pty), 0);
    assert_false(pty_is_taken(stage->pty));
    assert_kept(stage, "à moitié");
}

static void test_sigterm_saves(void **state)
{
    end_by(*state, SIGTERM);
}

static void test_sighup_saves(void **state)
{
    end_by(*state, SIGHUP);
}

static void test_a_terminal_that_goes_away_saves(void **state)
{
    struct stage *stage = *state;
    start(stage);
    pty_send(stage->pty, "à moitié");
    pty_wait_for(stage->pty, "à moitié");
    pty_hang_up(stage->pty);
    assert_int_equal(pty_wait_for_end(stage->pty), 0);
    assert_kept(stage, "à moitié");
}

static void test_a_half_paste_is_kept(void **state)
{
    struct stage *stage = *state;
    start(stage);
    pty_send(stage->pty, "x\033[200~collé à moi");
    pty_wait_for(stage->pty, "fin.\n");
    pty_wait_for(stage->pty, "\nx\n");
    pty_signal(stage->pty, SIGTERM);
    assert_int_equal(pty_wait_for_end(stage->pty), 0);
    assert_kept(stage, "xcollé à moi");
}

static void test_a_crash_gives_the_terminal_back(void **state)
{
    struct stage *stage = *state;
    start(stage);
    assert_true(pty_is_taken(stage->pty));
    pty_send(stage->pty, "\v");
    assert_int_equal(pty_wait_for_end(stage->pty), 128 + SIGABRT);
    pty_assert_given_back(stage->pty);
}

static void test_a_full_stack_gives_the_terminal_back(void **state)
{
    struct stage *stage = *state;
    start(stage);
    pty_send(stage->pty, "\017");
    assert_int_not_equal(pty_wait_for_end(stage->pty), 0);
    pty_assert_given_back(stage->pty);
}

// A shell with job control is needed to wake what Ctrl-Z has stopped.
static void test_suspends_and_resumes(void **state)
{
    struct stage *stage = *state;
    static const char *const environment[] = {"LC_ALL=C.UTF-8", "PS1=invite$ ", "ENV", NULL};
    char program[256];
    char line[512];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    assert_true(length > 0);
    program[length] = '\0';
    char *arguments[] = {(char[]){"sh"}, (char[]){"-i"}, NULL};
    stage->pty = pty_start(arguments, 24, 80, environment);
    pty_wait_for(stage->pty, "invite$");
    snprintf(line, sizeof line, "'%s' '%s'; echo retour:$?\n", program, stage->kept);
    pty_send(stage->pty, line);
    pty_wait_for(stage->pty, "fin.");
    pty_send(stage->pty, "avant");
    pty_wait_for(stage->pty, "avant");
    pty_send(stage->pty, "\032");
    pty_wait_until_gone(stage->pty, "fin.");
    assert_false(pty_is_taken(stage->pty));
    assert_kept(stage, "avant");
    pty_resize(stage->pty, 20, 60);
    pty_send(stage->pty, "fg\n");
    pty_wait_for(stage->pty, "taille 60x20");
    pty_wait_for(stage->pty, "avant");
    pty_send(stage->pty, " après");
    pty_wait_for(stage->pty, "avant après");
    pty_send(stage->pty, "\021");
    pty_wait_for(stage->pty, "invite$");
    pty_send(stage->pty, "exit\n");
    pty_wait_for_end(stage->pty);
    assert_kept(stage, "avant après");
}

// An editor of our own: it adds a line, or refuses.
static void write_editor(const struct stage *stage, const char *script, char *variable, size_t size)
{
    char path[96];
    snprintf(path, sizeof path, "%s/editor", stage->folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", script);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0700), 0);
    snprintf(variable, size, "VISUAL=%s --option", path);
}

static void start_with_editor(struct stage *stage, const char *script)
{
    char variable[160];
    char folder[96];
    write_editor(stage, script, variable, sizeof variable);
    snprintf(folder, sizeof folder, "TMPDIR=%s", stage->folder);
    const char *const environment[] = {"LC_ALL=C.UTF-8", variable, folder, "XDG_RUNTIME_DIR", NULL};
    start_with(stage, environment);
    pty_wait_for(stage->pty, "fin.");
    pty_send(stage->pty, "texte");
    pty_wait_for(stage->pty, "texte");
}

static void test_an_editor_edits(void **state)
{
    struct stage *stage = *state;
    start_with_editor(stage, "test \"$1\" = --option || exit 9\n"
                             "test \"$(stat -c %a \"$2\")\" = 600 || exit 8\n"
                             "printf ' revu' >> \"$2\"\necho au travail; read line");
    pty_send(stage->pty, "\033e");
    pty_wait_for(stage->pty, "au travail");
    pty_send(stage->pty, "\n");
    pty_wait_for(stage->pty, "taille 80x24");
    pty_send(stage->pty, "\021");
    assert_int_equal(pty_wait_for_end(stage->pty), 0);
    assert_kept(stage, "texte\n revu");
    char pattern[96];
    glob_t left;
    snprintf(pattern, sizeof pattern, "%s/greffe-*", stage->folder);
    assert_int_equal(glob(pattern, 0, NULL, &left), GLOB_NOMATCH);
}

static void test_an_editor_that_fails_changes_nothing(void **state)
{
    struct stage *stage = *state;
    start_with_editor(stage, "echo autre > \"$2\"; exit 3");
    pty_send(stage->pty, "\033e");
    pty_wait_for(stage->pty, "s'est arrêté");
    pty_wait_for(stage->pty, "texte");
}

static void test_an_editor_that_is_missing(void **state)
{
    struct stage *stage = *state;
    static const char *const environment[] = {
        "LC_ALL=C.UTF-8", "VISUAL", "EDITOR=/nulle/part/editeur", NULL};
    start_with(stage, environment);
    pty_wait_for(stage->pty, "fin.");
    pty_send(stage->pty, "\033e");
    pty_wait_for(stage->pty, "est introuvable");
}

static void test_colours_of_the_terminal(void **state)
{
    struct stage *stage = *state;
    start(stage);
    struct pty_look field = pty_look_of(stage->pty, "jeunesse");
    struct pty_look late = pty_look_of(stage->pty, "retard");
    assert_true(field.coloured);
    assert_false(field.true_colour);
    assert_true(field.foreground >= 16);
    assert_int_not_equal(field.foreground, late.foreground);
    assert_true(late.bold);
}

static void assert_no_colour(struct stage *stage, const char *const *environment)
{
    start_with(stage, environment);
    pty_wait_for(stage->pty, "fin.");
    assert_false(pty_look_of(stage->pty, "jeunesse").coloured);
    assert_true(pty_look_of(stage->pty, "taille").reverse);
    assert_true(pty_look_of(stage->pty, "retard").bold);
    pty_send(stage->pty, "é");
    pty_wait_for(stage->pty, "é");
}

static void test_no_color(void **state)
{
    static const char *const environment[] = {"LC_ALL=C.UTF-8", "NO_COLOR=1", NULL};
    assert_no_colour(*state, environment);
}

static void test_vt100(void **state)
{
    static const char *const environment[] = {"LC_ALL=C.UTF-8", "TERM=vt100", "NO_COLOR", NULL};
    assert_no_colour(*state, environment);
}

static void test_eight_colours(void **state)
{
    struct stage *stage = *state;
    static const char *const environment[] = {"LC_ALL=C.UTF-8", "TERM=linux", "NO_COLOR", NULL};
    start_with(stage, environment);
    pty_wait_for(stage->pty, "fin.");
    assert_true(pty_look_of(stage->pty, "jeunesse").foreground < 16);
}

// terminfo of such terminals is not everywhere: one is compiled for the test.
static void start_on_described(struct stage *stage, const char *description)
{
    char path[96];
    char folder[96];
    snprintf(path, sizeof path, "%s/described.ti", stage->folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "greffe-described|xterm with other colours,\n%s\tuse=xterm,\n", description);
    assert_int_equal(fclose(file), 0);
    snprintf(folder, sizeof folder, "TERMINFO=%s/terminfo", stage->folder);
    char *arguments[] = {
        (char[]){"tic"}, (char[]){"-x"}, (char[]){"-o"}, folder + strlen("TERMINFO="), path, NULL};
    assert_int_equal(scratch_run(arguments, NULL), 0);
    const char *const environment[] = {
        "LC_ALL=C.UTF-8", "TERM=greffe-described", folder, "NO_COLOR", NULL};
    start_with(stage, environment);
    pty_wait_for(stage->pty, "fin.");
}

static void test_sixteen_colours(void **state)
{
    struct stage *stage = *state;
    start_on_described(stage, "\tcolors#16, pairs#256,\n"
                              "\tsetaf=\\E[%?%p1%{8}%<%t%p1%{30}%+%e%p1%{82}%+%;%dm,\n"
                              "\tsetab=\\E[%?%p1%{8}%<%t%p1%{40}%+%e%p1%{92}%+%;%dm,\n");
    struct pty_look field = pty_look_of(stage->pty, "jeunesse");
    assert_true(field.coloured);
    assert_false(field.true_colour);
    assert_true(field.foreground < 16);
}

static void test_true_colours(void **state)
{
    struct stage *stage = *state;
    struct theme theme;
    struct buffer warnings = {0};
    start_on_described(stage,
        "\tRGB, colors#0x1000000, pairs#0x7FFF,\n"
        "\tsetaf=\\E[38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm,\n"
        "\tsetab=\\E[48;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm,\n");
    assert_int_equal(theme_load(&theme, "nuit", NULL, &warnings, NULL), STATUS_DONE);
    struct pty_look field = pty_look_of(stage->pty, "jeunesse");
    assert_true(field.true_colour);
    assert_int_equal(field.foreground, theme.looks[STYLE_FIELD_JEUNESSE].foreground);
}

static void assert_refused(struct stage *stage, const char *const *environment, const char *told)
{
    start_with(stage, environment);
    pty_wait_for(stage->pty, told);
    assert_int_equal(pty_wait_for_end(stage->pty), STATUS_SYSTEM);
    assert_false(pty_is_taken(stage->pty));
}

static void test_a_terminal_without_cursor_is_refused(void **state)
{
    static const char *const environment[] = {"LC_ALL=C.UTF-8", "TERM=dumb", NULL};
    assert_refused(*state, environment, "«dumb» ne sait pas placer son curseur");
}

static void test_an_unknown_terminal_is_refused(void **state)
{
    // newterm itself does not free what it made for a terminal that it refuses.
    static const char *const environment[] = {
        "LC_ALL=C.UTF-8", "TERM=jamais-vu", "ASAN_OPTIONS=detect_leaks=0", NULL};
    assert_refused(*state, environment, "«jamais-vu» est inconnu");
}

static void test_a_terminal_that_is_not_utf8_is_refused(void **state)
{
    static const char *const environment[] = {"LC_ALL=fr_FR.ISO-8859-15@euro", NULL};
    assert_refused(*state, environment, "ISO-8859-15");
}

static void test_the_posix_locale_is_taken_for_utf8(void **state)
{
    struct stage *stage = *state;
    static const char *const environment[] = {"LC_ALL=POSIX", NULL};
    start_with(stage, environment);
    pty_wait_for(stage->pty, "fin.");
    pty_send(stage->pty, "\xC3\xA9t\xC3\xA9");
    pty_wait_for(stage->pty, "été");
}

static void test_no_terminal_is_refused(void **state)
{
    struct stage *stage = *state;
    char path[96];
    char told[512] = "";
    char *arguments[] = {self, stage->kept, NULL};
    snprintf(path, sizeof path, "%s/told", stage->folder);
    assert_int_equal(scratch_run(arguments, path), STATUS_SYSTEM);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(told, sizeof told, file));
    fclose(file);
    assert_non_null(strstr(told, "greffe tableau"));
}

#define TEST_ON_STAGE(function) cmocka_unit_test_setup_teardown(function, set_stage, clear_stage)

int main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = {
        TEST_ON_STAGE(test_keys_come_in_and_cells_go_out),
        TEST_ON_STAGE(test_one_key_sends_few_bytes),
        TEST_ON_STAGE(test_rest_is_told_and_kept),
        TEST_ON_STAGE(test_a_resize_is_followed),
        TEST_ON_STAGE(test_control_l_sends_everything),
        TEST_ON_STAGE(test_sigterm_saves),
        TEST_ON_STAGE(test_sighup_saves),
        TEST_ON_STAGE(test_a_terminal_that_goes_away_saves),
        TEST_ON_STAGE(test_a_half_paste_is_kept),
        TEST_ON_STAGE(test_a_crash_gives_the_terminal_back),
        TEST_ON_STAGE(test_a_full_stack_gives_the_terminal_back),
        TEST_ON_STAGE(test_suspends_and_resumes),
        TEST_ON_STAGE(test_an_editor_edits),
        TEST_ON_STAGE(test_an_editor_that_fails_changes_nothing),
        TEST_ON_STAGE(test_an_editor_that_is_missing),
        TEST_ON_STAGE(test_colours_of_the_terminal),
        TEST_ON_STAGE(test_no_color),
        TEST_ON_STAGE(test_vt100),
        TEST_ON_STAGE(test_eight_colours),
        TEST_ON_STAGE(test_sixteen_colours),
        TEST_ON_STAGE(test_true_colours),
        TEST_ON_STAGE(test_a_terminal_without_cursor_is_refused),
        TEST_ON_STAGE(test_an_unknown_terminal_is_refused),
        TEST_ON_STAGE(test_a_terminal_that_is_not_utf8_is_refused),
        TEST_ON_STAGE(test_the_posix_locale_is_taken_for_utf8),
        TEST_ON_STAGE(test_no_terminal_is_refused),
    };
    if (count == 2)
        return run_application(arguments[1]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
