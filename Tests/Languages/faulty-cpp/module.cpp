// Throws what it is told to: user_may_join_room by the user, the constructor by the configuration.
#include <gatehouse/gatehouse.hpp>

namespace {

class Faulty final : public gatehouse::instance {
  public:
    static constexpr gatehouse::about about{"faulty_cpp"};

    Faulty(const gh_host &host, gatehouse::settings &settings) : instance(host)
    {
        if (settings.value().at("/mistake")) throw gatehouse::mistake("mistake", "thrown by the constructor");
        if (settings.value().at("/throw")) throw std::runtime_error("thrown by the constructor");
    }

    gatehouse::outcome user_may_join_room(const gh_user_may_join_room &call, gatehouse::verdict_reply &reply) override
    {
        const std::string_view user = gatehouse::view(call.user_id);
        if (user == "@exception:x") throw std::runtime_error("thrown on purpose");
        if (user == "@status:x")
            throw gatehouse::failure(429, "M_LIMIT_EXCEEDED", "not now", R"({"retry_after_ms": 7})");
        if (user == "@number:x") throw 7;
        return reply.deny();
    }
};

} // namespace

GATEHOUSE_MODULE(Faulty)
