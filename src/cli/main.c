// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"
#include "cli/help.h"
#include "cli/message.h"
#include "cli/verbs.h"
#include "terminal/locale.h"

static enum status print_help(const struct arguments *arguments, struct problem *problem)
{
    struct buffer out = {0};
    if (arguments_have(arguments, OPTION_VERSION))
        help_version(&out);
    else if (*arguments->verb->name == '\0')
        help_program(&out, cli_verbs());
    else
        help_verb(&out, arguments->verb);
    enum status status = output(&out, problem);
    buffer_clear(&out);
    return status;
}

static enum status run(int argc, char **argv, struct problem *problem)
{
    struct arguments arguments;
    enum status status = locale_start(problem);
    if (status == STATUS_DONE)
        status = arguments_read(argc, argv, cli_verbs(), &arguments, problem);
    if (status != STATUS_DONE)
        return status;
    if (arguments_have(&arguments, OPTION_HELP) || arguments_have(&arguments, OPTION_VERSION))
        return print_help(&arguments, problem);
    return arguments.verb->run(&arguments, problem);
}

int main(int argc, char **argv)
{
    struct problem problem = {0};
    enum status status = run(argc, argv, &problem);
    if (status != STATUS_DONE)
        message_problem(&problem);
    return (int)status;
}
