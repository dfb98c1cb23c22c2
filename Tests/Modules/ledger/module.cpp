// Offers member functions for hooks, in `configure`: what the configuration says, and more.
#include "gatehouse/gatehouse.hpp"

#include <stdexcept>
#include <string>

namespace {

class ledger final : public gatehouse::instance {
  public:
    static constexpr gatehouse::about about{"ledger", "1.0.0", {}, {}, {}, GH_CONCURRENT | GH_PROMPT};

    explicit ledger(const gh_host &host, gatehouse::settings &settings) : instance(host)
    {
        limit_ = settings.integer("limit").value_or(0);
    }

    static void configure(gatehouse::setup &setup)
    {
        setup.offer<&ledger::is_below>("test.is_below");
        setup.offer<&ledger::fails>("test.fails");
        setup.offer<&ledger::echo>("test.echo");
        if (const auto wrong = setup.text("wrong")) setup.offer<&ledger::echo>(*wrong);
        if (const auto wanted = setup.text("wanted")) setup.offer<&ledger::tell>(*wanted, true);
        if (const auto bad = setup.text("bad")) {
            const gh_offer offer = {
                sizeof(gh_offer), GH_STR("test.bad"), gatehouse::c(*bad), reinterpret_cast<gh_hook_function>(none), 0};
            static_cast<void>(gh_offer_hook(setup.c(), &offer));
        }
    }

    bool is_below(int64_t number) const { return number < limit_; }
    bool fails(int64_t number)
    {
        if (number < limit_) throw std::runtime_error("the books are closed");
        return true;
    }
    std::optional<std::string_view> echo(std::optional<std::string_view> text) { return text; }
    void tell(std::string_view) {}

  private:
    static void none() {}

    int64_t limit_ = 0;
};

} // namespace

GATEHOUSE_MODULE(ledger)
