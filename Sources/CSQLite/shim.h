// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <sqlite3.h>

// Binds a copy of a text. SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift does not import.
static inline int diary_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
    return sqlite3_bind_text(statement, index, text ? text : "", length, SQLITE_TRANSIENT);
}

// Leaves the log as it is when the last connection closes. sqlite3_db_config is variadic.
static inline int diary_keep_log(sqlite3 *database) {
    return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}
