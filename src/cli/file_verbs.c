// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/file_verbs.h"

#include "cli/message.h"
#include "cli/session.h"
#include "intake/convention_ini.h"
#include "store/creation.h"
#include "store/store_open.h"

static enum status create(struct session *session, const char *path, struct problem *problem)
{
    const char *source = session->arguments->values[OPTION_CONVENTION];
    struct convention convention;
    struct store_options options = session_store_options(session, path);
    enum status status = convention_load(
        source == NULL ? CONVENTION_DEFAULT_NAME : source, &session->arena, &convention, problem);
    if (status == STATUS_DONE)
        status = store_create(&options, &convention, problem);
    if (status == STATUS_DONE)
        message("%s est fait, avec la convention «%s» : greffe %s l'ouvre.", path, convention.title,
            path);
    return status;
}

enum status create_verb(const struct arguments *arguments, struct problem *problem)
{
    struct session session = {0};
    enum status status = session_start(&session, arguments, problem);
    message_lines(buffer_text(&session.warnings));
    if (status == STATUS_DONE)
        status = create(&session, arguments_file(arguments), problem);
    session_close(&session);
    return status;
}

static enum status copy_work(struct session *session, struct problem *problem)
{
    const char *destination = session->arguments->words[0];
    enum status status = store_copy(session->store, destination, problem);
    if (status == STATUS_DONE)
        message("%s est une copie de %s.", destination, store_path(session->store));
    return status;
}

enum status copy_verb(const struct arguments *arguments, struct problem *problem)
{
    return session_run(arguments, copy_work, problem);
}
