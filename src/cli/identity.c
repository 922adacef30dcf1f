// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/identity.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/status.h"
#include "cli/folders.h"
#include "text/utf8.h"

enum { LONGEST_NAME = 120 };

static size_t fitting_length(const char *text, size_t length)
{
    size_t end = 0;
    size_t next = 0;
    while (end < length && (next = grapheme_next(text, length, end)) <= LONGEST_NAME)
        end = next;
    return end;
}

// One line, clean, cut to a size that a column can show; NULL when nothing is left or memory ends.
static const char *clean_name(const char *text, size_t length, struct arena *arena)
{
    struct buffer clean = {0};
    text_clean(&clean, text, fitting_length(text, length), TEXT_ONE_LINE);
    while (clean.length > 0 && clean.bytes[clean.length - 1] == ' ')
        buffer_truncate(&clean, clean.length - 1);
    const char *name = clean.length == 0 ? NULL : arena_copy(arena, buffer_text(&clean));
    arena->failed = arena->failed || buffer_failed(&clean);
    buffer_clear(&clean);
    return name;
}

static const char *host_name(struct arena *arena)
{
    char host[256] = "";
    if (gethostname(host, sizeof host - 1) != 0)
        host[0] = '\0';
    const char *name = clean_name(host, strcspn(host, "."), arena);
    return name == NULL ? arena_copy(arena, "poste") : name;
}

static const char *kept_site(const char *path, struct arena *arena)
{
    char line[LONGEST_NAME + 2] = "";
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return NULL;
    size_t length = fread(line, 1, sizeof line - 1, file);
    fclose(file);
    line[length] = '\0';
    return clean_name(line, strcspn(line, "\n"), arena);
}

// Written whole under another name first: two programs that start at once must read one name.
static bool keep_site(const char *path, const char *site, struct arena *arena)
{
    const char *draft = arena_format(arena, "%s.%ld", path, (long)getpid());
    int file = draft == NULL ? -1 : open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    size_t length = strlen(site);
    bool kept = write(file, site, length) == (ssize_t)length && write(file, "\n", 1) == 1;
    kept = close(file) == 0 && kept;
    kept = kept && (link(draft, path) == 0 || errno == EEXIST);
    unlink(draft);
    return kept;
}

// NULL when it cannot be kept: a name that changes at each start would be no name.
static const char *make_site(const char *path, const char *host, struct arena *arena)
{
    unsigned short random = 0;
    if (getrandom(&random, sizeof random, 0) != (ssize_t)sizeof random)
        return NULL;
    const char *site = arena_format(arena, "%s-%04x", host, random);
    return site != NULL && keep_site(path, site, arena) ? kept_site(path, arena) : NULL;
}

const char *identity_site(const char *state_folder, struct arena *arena)
{
    const char *host = host_name(arena);
    if (host == NULL || state_folder == NULL || folder_make(state_folder, NULL) != STATUS_DONE)
        return host;
    const char *path = arena_format(arena, "%s/poste", state_folder);
    if (path == NULL)
        return NULL;
    const char *site = kept_site(path, arena);
    if (site == NULL)
        site = make_site(path, host, arena);
    return site == NULL ? host : site;
}

const char *identity_author(struct arena *arena)
{
    // cppcheck-suppress getpwuidCalled ; the program has one thread
    const struct passwd *person = getpwuid(getuid());
    const char *name = NULL;
    if (person != NULL && person->pw_gecos != NULL)
        name = clean_name(person->pw_gecos, strcspn(person->pw_gecos, ","), arena);
    if (name == NULL && person != NULL)
        name = clean_name(person->pw_name, strlen(person->pw_name), arena);
    return name == NULL ? arena_copy(arena, "greffe") : name;
}
