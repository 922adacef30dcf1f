// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/locale.h"

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static bool is_utf8(const char *codeset)
{
    return strcasecmp(codeset, "UTF-8") == 0 || strcasecmp(codeset, "utf8") == 0;
}

enum status locale_start(struct problem *problem)
{
    static const char *const names[] = {"", "C.UTF-8", "fr_FR.UTF-8", "en_US.UTF-8"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (setlocale(LC_CTYPE, names[i]) != NULL && is_utf8(nl_langinfo(CODESET)))
            return STATUS_DONE;
    return problem_set(problem, STATUS_SYSTEM,
        "Ce système ne connaît pas l'UTF-8 : installez les paramètres régionaux C.UTF-8.");
}

// The locale that the environment asks for; NULL when it asks for none.
static const char *asked_locale(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        const char *value = getenv(variables[i]);
        if (value != NULL && *value != '\0')
            return value;
    }
    return NULL;
}

// The character set of a name like `fr_FR.ISO-8859-15@euro`, or, where it names none, that of the
// locale as it is installed. False when nothing says it.
static bool codeset_of(const char *name, char *codeset, size_t size)
{
    const char *dot = strchr(name, '.');
    if (dot != NULL) {
        size_t length = strcspn(dot + 1, "@");
        length = length < size ? length : size - 1;
        memcpy(codeset, dot + 1, length);
        codeset[length] = '\0';
        return true;
    }
    locale_t locale = newlocale(LC_CTYPE_MASK, name, (locale_t)0);
    if (locale == (locale_t)0)
        return false;
    const char *installed = nl_langinfo_l(CODESET, locale);
    bool fits = strlen(installed) < size;
    if (fits)
        memcpy(codeset, installed, strlen(installed) + 1);
    freelocale(locale);
    return fits;
}

enum status locale_check_terminal(struct problem *problem)
{
    char codeset[64];
    const char *name = asked_locale();
    bool silent = name == NULL || strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0;
    if (silent || !codeset_of(name, codeset, sizeof codeset) || is_utf8(codeset))
        return STATUS_DONE;
    return problem_set(problem, STATUS_SYSTEM,
        "Le terminal est annoncé en %s («%s») : ouvrez-en un en UTF-8, ou, s'il l'est, lancez "
        "«LC_ALL=C.UTF-8 greffe».",
        codeset, name);
}
