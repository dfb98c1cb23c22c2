/*
 * The Gatehouse contract: how compiled modules and a host talk to each other. C11, and clean as C++17.
 *
 * What is promised, from the first release on:
 *
 *   - A module built with 1.x loads in every host with 1.y, whichever of the two is newer. A host of another major
 *     refuses it and names both versions.
 *   - Structs that cross by pointer begin with their size. Fields are added at their end only, never changed, moved or
 *     removed, and each is a multiple of 8 bytes: nothing is padded (-Wpadded -Werror). Each side reads no more than
 *     the smaller of both sizes; what a side does not know reads as 0: NULL, absent, no. For fields newer than 1.0 of
 *     the records that arguments point to, and of tables, ask GH_HAS before reading.
 *   - Arguments of a callback never exceed 512 bytes. A module of a newer minor gets a block of that size from an older
 *     host, with zeros behind what the host knows.
 *   - Types that cross by value or are fields of other structs are frozen: gh_str, gh_json, gh_bool, gh_maybe_int,
 *     gh_late, gh_http_header, gh_reply inside the kinds of replies, and the arrays of pointers. They never change at all.
 *   - Values of enumerations may be added. An outcome that a host does not know is an invalid answer.
 *   - The host calls one symbol, gatehouse_module_register, and a module links to nothing of the host.
 *
 * Memory: nobody frees what the other side made. What the host passes is borrowed until the function returns, what a
 * module answers is copied in the call. Strings are UTF-8 with a length, and absent is not empty.
 *
 * Exceptions, panics and signals do not cross. The host turns a C++ exception into a failure of the module; Rust and
 * Swift have to catch their own.
 *
 * CHANGES.md beside these headers dates each change, STYLE.md says how they are written.
 */
#ifndef GATEHOUSE_GATEHOUSE_H
#define GATEHOUSE_GATEHOUSE_H

#include "base.h"
#include "text.h"
#include "outcome.h"
#include "json.h"
#include "event.h"
#include "state.h"
#include "media.h"
#include "user.h"
#include "presence.h"
#include "process.h"
#include "limits.h"
#include "reply.h"
#include "answer.h"
#include "host.h"
#include "late.h"
#include "setup.h"
#include "hook.h"
#include "spam_checker.h"
#include "third_party_rules.h"
#include "presence_router.h"
#include "account_validity.h"
#include "password_auth_provider.h"
#include "media_repository.h"
#include "background_update_controller.h"
#include "account_data.h"
#include "ratelimit.h"
#include "unsigned.h"
#include "federation.h"
#include "module.h"
#include "store.h"
#include "timers.h"
#include "http.h"
#include "web.h"
#include "metrics.h"
#include "homeserver.h"

#endif
