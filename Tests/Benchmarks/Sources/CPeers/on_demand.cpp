#include "CPeers.h"

#include <simdjson.h>

namespace {

constexpr const char *fields[] = {"event_id", "room_id", "room_version", "sender", "type", "state_key"};

bool take(simdjson::ondemand::field field, cp_event &event)
{
    const auto key = field.key();
    for (size_t i = 0; i < 6; i++) {
        if (key.unsafe_is_equal(fields[i])) return event.field[i] = field.value().raw_json_token().data(), true;
    }
    if (key.unsafe_is_equal("origin_server_ts")) {
        return field.value().get_int64().get(event.origin_server_ts) == simdjson::SUCCESS;
    }
    return true;
}

} // namespace

int cp_on_demand(const char *padded, size_t length, cp_event *event)
{
    static thread_local simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    if (parser.iterate(padded, length, length + simdjson::SIMDJSON_PADDING).get(document)) return 1;
    simdjson::ondemand::object object;
    if (document.get_object().get(object)) return 1;
    for (auto field : object) {
        simdjson::ondemand::field known;
        if (std::move(field).get(known) || !take(known, *event)) return 1;
    }
    return 0;
}
