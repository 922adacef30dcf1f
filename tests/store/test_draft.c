// SPDX-License-Identifier: GPL-3.0-or-later
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "held_meeting.h"
#include "store/draft.h"
#include "store/draft_file.h"

static struct draft_folder *window(struct temporary_store *temporary)
{
    struct draft_folder *drafts = NULL;
    struct problem problem = {0};
    if (draft_folder_open(&drafts, temporary->store, temporary->state, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    return drafts;
}

static void save(struct draft_folder *drafts, int64_t row, const char *text)
{
    struct draft draft = {"7 0 12 13 entree", row, false, text, strlen(text)};
    struct problem problem = {0};
    if (draft_save(drafts, &draft, 1, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
}

// The text of the last draft that a new window finds, NULL for none; in the arena.
static const char *taken_up(struct temporary_store *temporary, struct draft_folder *drafts)
{
    struct draft *typed = NULL;
    size_t count = 0;
    assert_int_equal(draft_take_up(drafts, &temporary->arena, &typed, &count, NULL), STATUS_DONE);
    return count > 0 ? typed[count - 1].text : NULL;
}

// Path of the only draft file, its count in `*count`.
static void find_files(const struct temporary_store *temporary, char path[512], int *count)
{
    DIR *folder = opendir(temporary->state);
    assert_non_null(folder);
    *count = 0;
    // cppcheck-suppress readdirCalled ; one thread
    for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        if (strncmp(entry->d_name, "brouillon-", 10) != 0)
            continue;
        snprintf(path, 512, "%s/%s", temporary->state, entry->d_name);
        ++*count;
    }
    closedir(folder);
}

static int file_count(const struct temporary_store *temporary)
{
    char path[512];
    int count = 0;
    find_files(temporary, path, &count);
    return count;
}

static void what_was_half_typed_comes_back(void **state)
{
    struct temporary_store *temporary = *state;
    struct draft_folder *drafts = window(temporary);
    struct draft draft = {"7 0 12 13 entree", 4242, true, "> Chiffrer\nle plan à l'été", 5};
    assert_int_equal(draft_save(drafts, &draft, 1, NULL), STATUS_DONE);
    draft_synchronise(drafts);
    draft_synchronise(drafts);
    draft_folder_destroy(drafts);
    drafts = window(temporary);
    struct draft *back = NULL;
    size_t found = 0;
    assert_int_equal(draft_take_up(drafts, &temporary->arena, &back, &found, NULL), STATUS_DONE);
    assert_int_equal(found, 1);
    assert_string_equal(back->place, draft.place);
    assert_string_equal(back->text, draft.text);
    assert_int_equal(back->row, 4242);
    assert_int_equal(back->cursor, 5);
    assert_true(back->correction);
    // It is this window's now: it goes on in the same file, and is dropped from there.
    save(drafts, 4242, "> Chiffrer autrement");
    assert_int_equal(file_count(temporary), 1);
    assert_int_equal(draft_drop(drafts, NULL), STATUS_DONE);
    assert_null(taken_up(temporary, drafts));
    draft_folder_destroy(drafts);
    assert_int_equal(file_count(temporary), 0);
}

// The entry line and a correction, a text that looks like the numbers of a draft between them.
static void several_come_back_in_their_order(void **state)
{
    struct temporary_store *temporary = *state;
    struct draft_folder *drafts = window(temporary);
    const struct draft typed[] = {
        {"7 0 12 13 entree", 4242, false, "> Chiffrer", 3},
        {"7 0 12 13 rien", 1, false, "", 0},
        {"7 0 12 14 entree", 4243, false, "\n1 0 2 3\na\n", 1},
        {"7 0 12 13 correction", 4244, true, "* é", 5},
    };
    const size_t kept[] = {0, 2, 3};
    assert_int_equal(draft_save(drafts, typed, 4, NULL), STATUS_DONE);
    draft_folder_destroy(drafts);
    drafts = window(temporary);
    struct draft *back = NULL;
    size_t count = 0;
    assert_int_equal(draft_take_up(drafts, &temporary->arena, &back, &count, NULL), STATUS_DONE);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
        assert_string_equal(back[i].place, typed[kept[i]].place);
        assert_string_equal(back[i].text, typed[kept[i]].text);
        assert_int_equal(back[i].row, typed[kept[i]].row);
        assert_int_equal(back[i].correction, typed[kept[i]].correction);
        assert_true(back[i].cursor <= strlen(back[i].text));
    }
    draft_drop(drafts, NULL);
    draft_folder_destroy(drafts);
}

// Of several, those that were accepted go alone.
static void the_others_of_an_accepted_one_stay(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", date_of_day(2026, 3, 12));
    const struct draft typed[] = {
        {"a", 4242, false, "à venir", 0},
        {"b", meeting, false, "acceptée", 0},
    };
    struct draft_folder *drafts = window(temporary);
    assert_int_equal(draft_save(drafts, typed, 2, NULL), STATUS_DONE);
    draft_folder_destroy(drafts);
    drafts = window(temporary);
    assert_string_equal(taken_up(temporary, drafts), "à venir");
    draft_drop(drafts, NULL);
    draft_folder_destroy(drafts);
}

static void an_empty_text_drops_the_draft(void **state)
{
    struct temporary_store *temporary = *state;
    struct draft_folder *drafts = window(temporary);
    assert_int_equal(draft_drop(drafts, NULL), STATUS_DONE);
    save(drafts, 1, "a");
    save(drafts, 1, "");
    draft_folder_destroy(drafts);
    assert_int_equal(file_count(temporary), 0);
    draft_folder_destroy(NULL);
}

static void only_the_person_reads_it(void **state)
{
    struct temporary_store *temporary = *state;
    char path[512];
    int count = 0;
    struct stat facts;
    mode_t before = umask(0);
    struct draft_folder *drafts = window(temporary);
    save(drafts, 1, "secret");
    umask(before);
    find_files(temporary, path, &count);
    assert_int_equal(stat(path, &facts), 0);
    assert_int_equal(facts.st_mode & 07777, 0600);
    assert_int_equal(stat(temporary->state, &facts), 0);
    assert_int_equal(facts.st_mode & 07777, 0700);
    draft_folder_destroy(drafts);
}

static void a_living_window_keeps_its_own(void **state)
{
    struct temporary_store *temporary = *state;
    struct draft_folder *living = window(temporary);
    struct draft_folder *dead = window(temporary);
    save(living, 1, "vivante");
    save(dead, 2, "morte");
    struct draft_folder *later = window(temporary);
    assert_null(taken_up(temporary, later));
    draft_folder_destroy(dead);
    assert_string_equal(taken_up(temporary, later), "morte");
    struct draft_folder *last = window(temporary);
    assert_null(taken_up(temporary, last));
    // A window that has its own takes no other.
    draft_folder_destroy(later);
    assert_null(taken_up(temporary, living));
    assert_string_equal(taken_up(temporary, last), "morte");
    draft_folder_destroy(last);
    draft_folder_destroy(living);
    assert_int_equal(file_count(temporary), 2);
}

static void set_time(const struct temporary_store *temporary, time_t second)
{
    char path[512];
    int count = 0;
    find_files(temporary, path, &count);
    assert_int_equal(count, 1);
    struct timespec times[2] = {{.tv_sec = second}, {.tv_sec = second}};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void the_latest_comes_first(void **state)
{
    struct temporary_store *temporary = *state;
    struct draft_folder *old = window(temporary);
    save(old, 1, "ancien");
    set_time(temporary, 1000);
    struct draft_folder *new = window(temporary);
    save(new, 2, "récent");
    draft_folder_destroy(new);
    draft_folder_destroy(old);
    struct draft_folder *first = window(temporary);
    struct draft_folder *second = window(temporary);
    assert_string_equal(taken_up(temporary, first), "récent");
    assert_string_equal(taken_up(temporary, second), "ancien");
    draft_folder_destroy(first);
    draft_folder_destroy(second);
}

static void what_was_accepted_does_not_come_back(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", date_of_day(2026, 3, 12));
    int64_t item = added_item(temporary, meeting, "Point");
    int64_t hidden = noted(temporary, item, RECORD_PRIVATE_NOTE, "À part");
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    int64_t rows[] = {meeting, item, hidden, noted(temporary, item, RECORD_NOTE, "Dit"),
        committee_of_code(temporary, "COPIL"),
        temporary_store_number(temporary, "SELECT id FROM action LIMIT 1")};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct draft_folder *drafts = window(temporary);
        save(drafts, rows[i], "accepté");
        draft_folder_destroy(drafts);
        drafts = window(temporary);
        assert_null(taken_up(temporary, drafts));
        assert_int_equal(file_count(temporary), 0);
        // A correction of the same row does.
        struct draft draft = {"", rows[i], true, "corrigé", 0};
        assert_int_equal(draft_save(drafts, &draft, 1, NULL), STATUS_DONE);
        draft_folder_destroy(drafts);
        drafts = window(temporary);
        assert_string_equal(taken_up(temporary, drafts), "corrigé");
        draft_drop(drafts, NULL);
        draft_folder_destroy(drafts);
    }
}

static void drafts_are_of_one_file(void **state)
{
    struct temporary_store *temporary = *state;
    void *other_state = NULL;
    assert_int_equal(temporary_store_setup(&other_state), 0);
    struct temporary_store *other = other_state;
    struct draft_folder *drafts = window(temporary);
    save(drafts, 1, "d'ici");
    draft_folder_destroy(drafts);
    struct draft_folder *elsewhere = NULL;
    assert_int_equal(
        draft_folder_open(&elsewhere, other->store, temporary->state, NULL), STATUS_DONE);
    // Two files of the same seed have the same uuid; they are told apart only when it differs.
    if (strcmp(store_uuid(temporary->store), store_uuid(other->store)) != 0)
        assert_null(taken_up(other, elsewhere));
    draft_folder_destroy(elsewhere);
    temporary_store_teardown(&other_state);
}

static void nothing_is_kept_without_a_folder(void **state)
{
    struct temporary_store *temporary = *state;
    struct draft_folder *drafts = NULL;
    assert_int_equal(draft_folder_open(&drafts, temporary->store, NULL, NULL), STATUS_DONE);
    save(drafts, 1, "perdu");
    draft_synchronise(drafts);
    assert_null(taken_up(temporary, drafts));
    assert_int_equal(draft_drop(drafts, NULL), STATUS_DONE);
    draft_folder_destroy(drafts);
}

static void a_folder_that_cannot_be_is_told(void **state)
{
    struct temporary_store *temporary = *state;
    struct draft_folder *drafts = NULL;
    struct problem problem = {0};
    assert_int_equal(
        draft_folder_open(&drafts, temporary->store, "/dev/null/etat", &problem), STATUS_SYSTEM);
    assert_null(drafts);
    assert_non_null(strstr(problem.sentence, "/dev/null/etat"));
    char path[256];
    snprintf(path, sizeof path, "%s/loin/d'ici", temporary->state);
    assert_int_equal(draft_folder_open(&drafts, temporary->store, path, NULL), STATUS_DONE);
    save(drafts, 1, "a");
    draft_folder_destroy(drafts);
}

// Files that no window wrote, or that were cut anywhere, disturb nothing and go away.
static void rubbish_is_swept(void **state)
{
    struct temporary_store *temporary = *state;
    static const char *const contents[] = {"", "greffe-brouillon 1 ", "rien",
        "greffe-brouillon 1 0000000000000001 00000000 0000000000000000\n\n",
        "greffe-brouillon 1 ffffffffffffffff ffffffff ffffffffffffffff\nabc\n"};
    struct draft_folder *drafts = window(temporary);
    save(drafts, 1, "vrai");
    char path[512];
    char other[560];
    int count = 0;
    find_files(temporary, path, &count);
    for (size_t i = 0; i < sizeof contents / sizeof contents[0]; i++) {
        snprintf(other, sizeof other, "%s%zu", path, i);
        FILE *file = fopen(other, "we");
        assert_non_null(file);
        fputs(contents[i], file);
        fclose(file);
    }
    snprintf(other, sizeof other, "%s-lien", path);
    assert_int_equal(symlink("/etc/passwd", other), 0);
    snprintf(other, sizeof other, "%s-tube", path);
    assert_int_equal(mkfifo(other, 0600), 0);
    snprintf(other, sizeof other, "%s-dossier", path);
    assert_int_equal(mkdir(other, 0700), 0);
    draft_folder_destroy(drafts);
    drafts = window(temporary);
    assert_string_equal(taken_up(temporary, drafts), "vrai");
    assert_int_equal(file_count(temporary), 4);
    draft_folder_destroy(drafts);
}

// A random text of up to 3,000 bytes, which may well look like what the file is made of.
static void write_random(char text[4096], unsigned *seed, int step)
{
    *seed = *seed * 1103515245 + 12345;
    size_t length = (*seed >> 16) % 3000 + 1;
    snprintf(text, 4096, "%d greffe-brouillon 1 ", step);
    for (size_t i = strlen(text); i < length; i++)
        text[i] = (char)('a' + (i + (size_t)step) % 26);
    if (strlen(text) < length)
        text[length] = '\0';
}

// A write that is cut at any byte leaves the text before it, or is whole.
static void a_write_cut_at_any_byte_loses_nothing(void **state)
{
    struct temporary_store *temporary = *state;
    char prefix[256];
    char text[4096] = {0};
    char before[4096] = "premier";
    unsigned seed = 1;
    int cuts = 0;
    assert_int_equal(mkdir(temporary->state, 0700), 0);
    snprintf(prefix, sizeof prefix, "%s/essai", temporary->state);
    struct draft_file file;
    assert_int_equal(draft_file_create(&file, prefix, NULL), STATUS_DONE);
    assert_int_equal(draft_file_write(&file, before, strlen(before), NULL), STATUS_DONE);
    for (int step = 0; step < 60; step++) {
        struct stat facts;
        char *old = malloc(1 << 20);
        ssize_t old_size = pread(file.descriptor, old, 1 << 20, 0);
        memset(text, 0, sizeof text);
        write_random(text, &seed, step);
        assert_int_equal(draft_file_write(&file, text, strlen(text), NULL), STATUS_DONE);
        assert_int_equal(fstat(file.descriptor, &facts), 0);
        assert_true(facts.st_size < 16384);
        char *new = calloc(1, (size_t)facts.st_size + (size_t)old_size);
        ssize_t new_size = pread(file.descriptor, new, (size_t)facts.st_size, 0);
        for (size_t cut = file.start; cut < file.end; cut += 37) {
            char copy[300];
            struct draft_file torn;
            struct buffer content = {0};
            snprintf(copy, sizeof copy, "%s-coupe", prefix);
            int descriptor = open(copy, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
            assert_true(descriptor >= 0);
            // The bytes before the cut are new, those behind it are still as they were.
            assert_int_equal(pwrite(descriptor, old, (size_t)old_size, 0), old_size);
            assert_int_equal(
                pwrite(descriptor, new + file.start, cut - file.start, (off_t)file.start),
                (ssize_t)(cut - file.start));
            close(descriptor);
            assert_true(draft_file_take(&torn, copy));
            assert_true(draft_file_read(&torn, &content));
            // But for its last line end, the new one may be whole.
            if (cut + 1 < file.end || strcmp(buffer_text(&content), text) != 0)
                assert_string_equal(buffer_text(&content), before);
            buffer_clear(&content);
            draft_file_remove(&torn);
            cuts++;
        }
        struct buffer whole = {0};
        assert_true(draft_file_read(&file, &whole));
        assert_string_equal(buffer_text(&whole), text);
        buffer_clear(&whole);
        assert_true(new_size > 0);
        memcpy(before, text, sizeof before);
        free(old);
        free(new);
    }
    assert_true(cuts > 1000);
    draft_file_remove(&file);
}

// A full disk (here: a file that may not grow) is told, and the text before it is kept.
static void a_full_disk_keeps_the_text_before(void **state)
{
    struct temporary_store *temporary = *state;
    struct draft_folder *drafts = window(temporary);
    char large[8192];
    memset(large, 'x', sizeof large - 1);
    large[sizeof large - 1] = '\0';
    save(drafts, 1, "gardé");
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    struct rlimit tight = {2000, before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
    struct draft draft = {"", 1, false, large, 0};
    struct problem problem = {0};
    enum status status = draft_save(drafts, &draft, 1, &problem);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, SIG_DFL);
    assert_int_equal(status, STATUS_SYSTEM);
    draft_folder_destroy(drafts);
    drafts = window(temporary);
    assert_string_equal(taken_up(temporary, drafts), "gardé");
    draft_folder_destroy(drafts);
}

// In the child: types on, telling the parent each text that is kept, until it is killed.
static void type_until_killed(struct temporary_store *temporary, int tube)
{
    struct draft_folder *drafts = NULL;
    if (draft_folder_open(&drafts, temporary->store, temporary->state, NULL) != STATUS_DONE)
        _exit(2);
    char text[2048];
    for (int key = 1;; key++) {
        size_t length = (size_t)key % 1500 + 1;
        snprintf(text, sizeof text, "%08d", key);
        memset(text + 8, 'k', length);
        text[8 + length] = '\0';
        struct draft draft = {"", 4242, false, text, 0};
        if (draft_save(drafts, &draft, 1, NULL) != STATUS_DONE ||
            write(tube, &key, sizeof key) != (ssize_t)sizeof key)
            _exit(2);
    }
}

static void a_killed_window_loses_no_key(void **state)
{
    struct temporary_store *temporary = *state;
    for (int turn = 0; turn < 20; turn++) {
        int tube[2];
        int key = 0;
        int last = 0;
        assert_int_equal(pipe(tube), 0);
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0)
            type_until_killed(temporary, tube[1]);
        close(tube[1]);
        while (last < 50 + turn * 31 && read(tube[0], &key, sizeof key) == (ssize_t)sizeof key)
            last = key;
        kill(child, SIGKILL);
        assert_int_equal(waitpid(child, NULL, 0), child);
        while (read(tube[0], &key, sizeof key) == (ssize_t)sizeof key)
            last = key;
        close(tube[0]);
        struct draft_folder *drafts = window(temporary);
        const char *text = taken_up(temporary, drafts);
        assert_non_null(text);
        // The last one told, or the one after, which was kept but not told any more.
        int found = atoi(text);
        assert_true(found == last || found == last + 1);
        assert_int_equal(strlen(text), 8 + (size_t)found % 1500 + 1);
        draft_drop(drafts, NULL);
        draft_folder_destroy(drafts);
    }
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(what_was_half_typed_comes_back),
        TEST(several_come_back_in_their_order),
        TEST(the_others_of_an_accepted_one_stay),
        TEST(an_empty_text_drops_the_draft),
        TEST(only_the_person_reads_it),
        TEST(a_living_window_keeps_its_own),
        TEST(the_latest_comes_first),
        TEST(what_was_accepted_does_not_come_back),
        TEST(drafts_are_of_one_file),
        TEST(nothing_is_kept_without_a_folder),
        TEST(a_folder_that_cannot_be_is_told),
        TEST(rubbish_is_swept),
        TEST(a_write_cut_at_any_byte_loses_nothing),
        TEST(a_full_disk_keeps_the_text_before),
        TEST(a_killed_window_loses_no_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
