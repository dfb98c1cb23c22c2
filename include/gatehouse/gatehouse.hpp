// The contract for C++17: a class to derive from. Headers only, over the C headers, which stay the contract.
//
//     class quiet_house final : public gatehouse::instance {
//     public:
//         static constexpr gatehouse::about about{"quiet_house", "1.0.0"};
//         using instance::instance;
//
//         gatehouse::outcome user_may_publish_room(
//             const gh_user_may_publish_room &, gatehouse::verdict_reply &reply) override
//         {
//             return reply.deny_code("M_FORBIDDEN");
//         }
//     };
//     GATEHOUSE_MODULE(quiet_house)
//
//   - Callbacks are virtual functions with the names and the arguments of the contract. Those that a class overrides,
//     in public, are offered to the host; the others are not.
//   - An exception that leaves a callback is a failure with its what() as message; `failure` brings a status along.
//     One that leaves `configure` or the constructor refuses the configuration; `mistake` says where.
//   - What a reply is given is copied in the call. On the way of a call nothing here allocates, but for an exception,
//     and for json::text() where there are escapes.
//   - What has no wrapper is reached through c() and host().
//   - Compile with -fvisibility=hidden. All in here is hidden, or two modules in one process would share what the linker
//     takes for one and the same template.
#ifndef GATEHOUSE_GATEHOUSE_HPP
#define GATEHOUSE_GATEHOUSE_HPP

#include "cpp/text.hpp"
#include "cpp/failure.hpp"
#include "cpp/json.hpp"
#include "cpp/settings.hpp"
#include "cpp/reply.hpp"
#include "cpp/instance.hpp"
#include "cpp/record.hpp"
#include "cpp/http.hpp"

// Defines the one function that a module exports. Once a module, outside of namespaces.
#define GATEHOUSE_MODULE(Class)                                                                                        \
    gh_outcome gatehouse_module_register(const gh_host_info *, gh_registration *into)                                  \
    {                                                                                                                  \
        return gh_register(into, &gatehouse::detail::record<Class>);                                                   \
    }

#endif
