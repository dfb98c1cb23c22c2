// The configuration of an instance.
#ifndef GATEHOUSE_CPP_SETTINGS_HPP
#define GATEHOUSE_CPP_SETTINGS_HPP

#include "../setup.h"
#include "hook.hpp"
#include "json.hpp"

#include <cstdio>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#pragma GCC visibility push(hidden)
namespace gatehouse {

// An instance's section of the configuration. What a look-up finds wrong is told to the operator, and the look-up gives
// nothing; so one pass over all settings tells all mistakes. Keys are names without "/" and "~".
class settings {
  public:
    settings(json value, gh_config_reply *reply) noexcept : value_(value), reply_(reply) {}

    const json &value() const noexcept { return value_; }
    bool is_refused() const noexcept { return is_refused_; }

    void refuse(std::string_view key_path, std::string_view message)
    {
        is_refused_ = true;
        static_cast<void>(gh_refuse(reply_, gatehouse::c(key_path), gatehouse::c(message)));
    }

    // Refuses all other keys, and a section that is no mapping.
    void allow_only(std::initializer_list<std::string_view> names) { allow_only(names, value_, ""); }

    // The same for a mapping within the section, which stands at `key_path`: "rules.3".
    void allow_only(std::initializer_list<std::string_view> names, const json &mapping, std::string_view key_path)
    {
        if (!mapping.is_object()) return refuse(key_path, "must be a mapping");
        for (const auto &[key, value] : mapping) {
            std::string buffer;
            const std::string_view name = key.text(buffer).value_or(key.raw());
            bool is_known = false;
            for (const std::string_view known : names)
                is_known = is_known || known == name;
            if (!is_known) refuse(member_path(key_path, name), no_such_setting(names));
        }
    }

    std::optional<std::string> text(std::string_view key)
    {
        std::string buffer;
        const auto found = at(key);
        if (!found) return std::nullopt;
        if (const auto text = found->text(buffer)) return std::string(*text);
        refuse(key, "must be a string");
        return std::nullopt;
    }

    std::optional<int64_t> integer(std::string_view key)
    {
        const auto found = at(key);
        if (!found) return std::nullopt;
        if (const auto number = found->integer()) return number;
        refuse(key, "must be a whole number");
        return std::nullopt;
    }

    std::optional<bool> truth(std::string_view key)
    {
        const auto found = at(key);
        if (!found) return std::nullopt;
        if (found->is_true() || found->is_false()) return found->is_true();
        refuse(key, "must be true or false");
        return std::nullopt;
    }

    // A list of strings: hands each to `take`, which returns whether it is good. `rule` says what is: "must be a user
    // id".
    template <typename Take> void texts(std::string_view key, std::string_view rule, Take take)
    {
        const auto list = at(key);
        if (!list) return;
        if (!list->is_array()) return refuse(key, "must be a list");
        std::string buffer;
        std::size_t index = 0;
        for (const auto &[none, item] : *list) {
            const auto text = item.text(buffer);
            if (!text || !take(*text)) refuse(item_path(key, index), rule);
            index++;
        }
    }

    // Where an element of a list stands: "evil_users.3".
    static std::string item_path(std::string_view key, std::size_t index)
    {
        char number[24]; // not std::to_string, with which GCC exports one of the library's symbols from the module
        std::snprintf(number, sizeof number, ".%zu", index);
        return std::string(key) + number;
    }

    // Where a key of a mapping stands: "rules.3.match".
    static std::string member_path(std::string_view key_path, std::string_view name)
    {
        return key_path.empty() ? std::string(name) : std::string(key_path).append(".").append(name);
    }

  private:
    std::optional<json> at(std::string_view key) const { return value_.at('/' + std::string(key)); }

    static std::string no_such_setting(std::initializer_list<std::string_view> names)
    {
        std::string text = "there is no such setting; known:";
        for (const std::string_view name : names)
            text.append(" \"").append(name).append("\"");
        return text;
    }

    json value_;
    gh_config_reply *reply_;
    bool is_refused_ = false;
};

// The settings in `configure`, where an instance also says what it takes part in.
class setup : public settings {
  public:
    setup(json value, gh_config_reply *reply, gh_setup *c_setup) noexcept : settings(value, reply), setup_(c_setup) {}

    gh_setup *c() const noexcept { return setup_; }
    std::string_view instance_name() const noexcept { return view(setup_->instance_name); }

    // This instance does not take part in "spam_checker.user_may_invite".
    void leave_out(std::string_view callback)
    {
        if (gh_leave_out(setup_, gatehouse::c(callback)) != GH_NEXT) throw std::logic_error("no callback to leave out");
    }

    // This instance reads state of this type and key, by default of any key.
    void read_state(std::string_view type, std::optional<std::string_view> state_key = std::nullopt)
    {
        const gh_str key = state_key ? gatehouse::c(*state_key) : GH_NO_STR;
        if (gh_read_state(setup_, gatehouse::c(type), key) != GH_NEXT) throw std::logic_error("no such state to read");
    }

    // This instance checks logins of this type, which come with these fields: "m.login.password" with {"password"}.
    void check_logins(std::string_view login_type, std::initializer_list<std::string_view> fields)
    {
        gh_str names[16] = {};
        std::size_t count = 0;
        if (fields.size() > sizeof names / sizeof names[0]) throw std::logic_error("too many fields of a login");
        for (const std::string_view field : fields)
            names[count++] = gatehouse::c(field);
        if (gh_check_logins(setup_, gatehouse::c(login_type), names, count) != GH_NEXT)
            throw std::logic_error("this login type was named before");
    }

    // This instance offers a member function for a hook point of the application around the host. Its types make the
    // signature: bool, the integers of <cstdint>, float, double, void * (ptr), const char * (cstr), std::string_view and
    // std::optional of it (str), gh_json. `required`: the module is of no use where nobody declares the hook.
    //
    //     bool may_charge(std::string_view user, int64_t cents);             "bool(str, i64)"
    //     setup.offer<&ledger::may_charge>("billing.may_charge");
    template <auto method> void offer(std::string_view name, bool required = false)
    {
        const gh_offer offer = detail::make_offer<method>(name, required);
        if (gh_offer_hook(setup_, &offer) != GH_NEXT) throw std::logic_error("no hook to offer this for");
    }

  private:
    gh_setup *setup_;
};

} // namespace gatehouse
#pragma GCC visibility pop

#endif
