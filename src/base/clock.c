// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

int64_t clock_now(const struct clock *clock)
{
    if (clock->fixed)
        return clock->milliseconds;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct local_time clock_local(const struct clock *clock)
{
    return local_time_at(clock_now(clock));
}

struct local_time local_time_at(int64_t milliseconds)
{
    time_t seconds = (time_t)(milliseconds / 1000);
    struct tm parts = {0};
    localtime_r(&seconds, &parts);
    return (struct local_time){
        .year = parts.tm_year + 1900,
        .month = parts.tm_mon + 1,
        .day = parts.tm_mday,
        .hour = parts.tm_hour,
        .minute = parts.tm_min,
        .second = parts.tm_sec,
    };
}

int64_t local_time_milliseconds(const struct local_time *local)
{
    struct tm parts = {
        .tm_year = local->year - 1900,
        .tm_mon = local->month - 1,
        .tm_mday = local->day,
        .tm_hour = local->hour,
        .tm_min = local->minute,
        .tm_sec = local->second,
        .tm_isdst = -1,
    };
    time_t seconds = mktime(&parts);
    bool same = parts.tm_mday == local->day && parts.tm_mon == local->month - 1 &&
                parts.tm_hour == local->hour && parts.tm_min == local->minute;
    return seconds == (time_t)-1 || !same ? -1 : (int64_t)seconds * 1000;
}

void local_time_text(const struct local_time *local, char text[LOCAL_TIME_TEXT_SIZE])
{
    snprintf(text, LOCAL_TIME_TEXT_SIZE, "%04d-%02d-%02dT%02d:%02d:%02d", local->year, local->month,
        local->day, local->hour, local->minute, local->second);
}

bool local_time_read(const char *text, struct local_time *local)
{
    struct local_time read = {0};
    int end = 0;
    int fields = sscanf(text, "%4d-%2d-%2dT%2d:%2d%n", &read.year, &read.month, &read.day,
        &read.hour, &read.minute, &end);
    if (fields != 5)
        return false;
    if (text[end] == ':') {
        int more = 0;
        if (sscanf(text + end, ":%2d%n", &read.second, &more) != 1)
            return false;
        end += more;
    }
    if (text[end] != '\0' || read.year < 1970 || local_time_milliseconds(&read) < 0)
        return false;
    *local = read;
    return true;
}
