/// A module in C++17, over `gatehouse/gatehouse.hpp`.
extension Template {
    static let cpp = Template(
        files: [File("module.cpp", "the module", moduleCPP)],
        test: "module_test.cpp", rules: rulesCPP)
}

/// `module.cpp`
private let moduleCPP = #"""
    // Refuses users who join a room without an invite and whose ids begin with a configured prefix.
    #include <gatehouse/gatehouse.hpp>

    #include <string>

    namespace {

    // An instance. Callbacks are overrides; those that are not overridden are not offered to the host.
    class Door final : public gatehouse::instance {
      public:
        static constexpr gatehouse::about about{
            "@LIBRARY@", "0.1.0", {}, {}, {}, GH_CONCURRENT | GH_PROMPT}; // any number of threads, and it never waits

        // Looks at the configuration and keeps nothing: may be called just to look.
        static void configure(gatehouse::setup &setup)
        {
            setup.allow_only({"prefix"});
            read_prefix(setup);
        }

        Door(const gh_host &host, gatehouse::settings &settings) : instance(host), prefix_(read_prefix(settings)) {}

        gatehouse::outcome user_may_join_room(const gh_user_may_join_room &call, gatehouse::verdict_reply &reply) override
        {
            if (call.is_invited || gatehouse::view(call.user_id).substr(0, prefix_.size()) != prefix_) {
                return gatehouse::outcome::next;
            }
            return reply.deny_with("M_FORBIDDEN", gatehouse::json_text(R"({"error": "You need an invite"})"));
        }

      private:
        static std::string read_prefix(gatehouse::settings &settings)
        {
            const auto prefix = settings.text("prefix");
            if (!prefix && !settings.value().at("/prefix")) {
                settings.refuse("prefix", "is missing; give what the user ids of guests begin with");
            }
            return prefix.value_or("");
        }

        const std::string prefix_;
    };

    } // namespace

    GATEHOUSE_MODULE(Door)
    """#

/// In the Makefile.
private let rulesCPP = #"""
    CXXFLAGS = -O2 -g
    FLAGS = -std=c++17 -Wall -Wextra -Wpedantic -fPIC -fvisibility=hidden $(contract)
    SANITIZE = -fsanitize=address,undefined

    $(module): module.cpp
    	@mkdir -p build
    	$(CXX) $(FLAGS) $(CXXFLAGS) -shared -Wl,-z,defs -o $@ module.cpp

    # The module and its test are one program.
    build/module_test: module_test.cpp module.cpp
    	@mkdir -p build
    	$(CXX) $(FLAGS) $(CXXFLAGS) $(SANITIZE) -o $@ module_test.cpp module.cpp
    """#
