#include "Input.hpp"

#include <optional>
#include <stdexcept>

namespace {

std::optional<Input> current;
const gh_module *record;

gh_outcome configure(gh_json, gh_setup *, gh_config_reply *) { return GH_NEXT; }

// The usual size, a multiple of 8 near it, or any.
size_t size(size_t usual)
{
    const auto kind = input().number<uint8_t>();
    if (kind < 128) return usual;
    return kind < 224 ? usual + size_t(8 * (kind - 176)) : size_t(input().number<uint64_t>());
}

// As long as it says, where a host may believe it; else its first `least` bytes.
template <typename Record> Record *made(const Record &from, size_t least)
{
    const size_t count = from.size <= 1 << 16 && from.size % 8 == 0 ? from.size : least;
    return reinterpret_cast<Record *>(input().block(&from, sizeof from, std::max(count, least)));
}

// A table with some of its callbacks, and some behind the last that there are in this contract.
template <typename Table> const Table *table()
{
    Input &in = input();
    if (in.number<uint8_t>() < 64) return nullptr;
    Table head = {};
    head.size = size(sizeof head);
    head.flags = in.number(0);
    Table *table = made(head, sizeof head.size);
    const auto callbacks = in.number<uint32_t>();
    auto *slots = reinterpret_cast<gh_outcome (**)(void *, const void *, void *)>(table) + 2;
    const size_t count = head.size <= 1 << 16 && head.size % 8 == 0 && head.size >= 16 ? head.size / 8 - 2 : 0;
    for (size_t i = 0; i < count; i++)
        slots[i] = callbacks >> (i % 32) & 1 ? fm_callback : nullptr;
    return table;
}

const char *const *services()
{
    Input &in = input();
    const auto count = in.number<uint8_t>();
    if (count < 64) return nullptr;
    std::vector<const char *> list(count == 255 ? 256 : count % 8 + 1, nullptr);
    for (size_t i = 0; i + (count == 255 ? 0 : 1) < list.size(); i++)
        list[i] = in.word();
    return reinterpret_cast<const char *const *>(in.block(list.data(), list.size() * sizeof list[0]));
}

void hook() {}

// Mostly as it should be. An offer as long as it says, where a host may believe it; now and then none.
const gh_offer *offer()
{
    Input &in = input();
    const auto kind = in.number<uint8_t>();
    if (kind < 16) return nullptr;
    gh_offer offer = {};
    offer.size = size(sizeof offer);
    offer.name = in.text();
    offer.signature = kind < 64 ? in.text() : GH_STR("bool(str user, i64 cents)");
    offer.function = kind < 24 ? nullptr : hook;
    offer.required = kind % 2;
    return made(offer, sizeof offer.size);
}

const gh_offer *const *offers()
{
    Input &in = input();
    const auto count = in.number<uint8_t>();
    if (count < 64) return nullptr;
    std::vector<const gh_offer *> list(count == 255 ? 256 : count % 8 + 1, nullptr);
    for (size_t i = 0; i + (count == 255 ? 0 : 1) < list.size(); i++)
        list[i] = offer();
    return reinterpret_cast<const gh_offer *const *>(in.block(list.data(), list.size() * sizeof list[0]));
}

const gh_module *build()
{
    Input &in = input();
    gh_module module = {};
    module.size = size(sizeof module);
    module.major = in.number(GH_MAJOR);
    module.minor = in.number(GH_MINOR);
    for (gh_str *text : {&module.name, &module.version, &module.vendor, &module.licence, &module.description})
        *text = in.text();
    module.flags = in.number(0);
    module.requires_services = services();
    module.configure = in.number<uint8_t>() & 1 ? configure : nullptr;
    module.spam_checker = table<gh_spam_checker_callbacks>();
    module.third_party_rules = table<gh_third_party_rules_callbacks>();
    module.presence_router = table<gh_presence_router_callbacks>();
    module.offers = offers();
    return made(module, 3 * sizeof(uint64_t));
}

} // namespace

Input &input() { return *current; }

extern "C" {

void fm_begin(const uint8_t *bytes, size_t count)
{
    current.emplace(bytes, count);
    record = nullptr;
}

const gh_module *fm_record(void)
{
    if (record == nullptr) record = build();
    return record;
}

void fm_end(void) { current.reset(); }

gh_outcome fm_register(const gh_host_info *, gh_registration *into)
{
    Input &in = input();
    const gh_registration_functions &functions = *into->functions;
    gh_outcome last = functions.hand_over(into, fm_record());
    while (!in.isEmpty()) {
        switch (in.number<uint8_t>() % 7) {
        case 0: return last;
        case 1: return in.number<uint8_t>() % 6;
        case 2: return in.number<uint32_t>();
        case 3: throw std::runtime_error("thrown");
        case 4: last = functions.refuse(into, in.message()); break;
        case 5: last = functions.hand_over(into, fm_record()); break;
        case 6: last = functions.hand_over(into, nullptr); break;
        }
    }
    return last;
}
}
