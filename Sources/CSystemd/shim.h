// SPDX-License-Identifier: Apache-2.0
// libsystemd as Swift sees it, and the few inline functions that macros and unions force.
#pragma once

#include <malloc.h>
#include <signal.h>
#include <stdint.h>
#include <sys/inotify.h>
#include <sys/timerfd.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-daemon.h>
#include <systemd/sd-event.h>
#include <systemd/sd-journal.h>
#include <systemd/sd-login.h>
#include <unistd.h>

// The rows of a D-Bus vtable. sd-bus.h makes them with macros, which Swift cannot import. `names` is one argument
// name after the other, each ended by NUL, the inputs before the outputs; the macro would concatenate literals.

static inline void csystemd_vtable_start(sd_bus_vtable *row) {
    *row = (sd_bus_vtable) SD_BUS_VTABLE_START(0);
}

static inline void csystemd_vtable_method(
    sd_bus_vtable *row, const char *member, const char *in, const char *out, const char *names,
    sd_bus_message_handler_t handler) {
    *row = (sd_bus_vtable) SD_BUS_METHOD_WITH_NAMES(member, in, "", out, "", handler, SD_BUS_VTABLE_UNPRIVILEGED);
    row->x.method.names = names;
}

static inline void csystemd_vtable_signal(
    sd_bus_vtable *row, const char *member, const char *signature, const char *names) {
    *row = (sd_bus_vtable) SD_BUS_SIGNAL_WITH_NAMES(member, signature, "", 0);
    row->x.signal.names = names;
}

static inline void csystemd_vtable_property(
    sd_bus_vtable *row, const char *member, const char *signature, sd_bus_property_get_t get, uint64_t flags) {
    *row = (sd_bus_vtable) SD_BUS_PROPERTY(member, signature, get, 0, flags);
}

static inline void csystemd_vtable_writable_property(
    sd_bus_vtable *row, const char *member, const char *signature, sd_bus_property_get_t get,
    sd_bus_property_set_t set, uint64_t flags) {
    *row = (sd_bus_vtable) SD_BUS_WRITABLE_PROPERTY(
        member, signature, get, set, 0, flags | SD_BUS_VTABLE_UNPRIVILEGED);
}

static inline void csystemd_vtable_end(sd_bus_vtable *row) {
    *row = (sd_bus_vtable) SD_BUS_VTABLE_END;
}

// si_status is a macro into a union.
static inline int csystemd_child_status(const siginfo_t *info) {
    return info->si_status;
}

// A mutable global, which Swift 6 does not let anyone name.
static inline char **csystemd_environment(void) {
    extern char **environ;
    return environ;
}
