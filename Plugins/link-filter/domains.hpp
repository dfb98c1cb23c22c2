// A set of domains, and the links that lead to them.
#ifndef DOMAINS_HPP
#define DOMAINS_HPP

#include <set>
#include <string>
#include <string_view>

// Host names are compared without regard to case.
struct HostLess {
    using is_transparent = void;
    bool operator()(std::string_view left, std::string_view right) const noexcept;
};

class Domains {
  public:
    // False where this can be no domain: letters, digits, hyphens, bytes of other scripts, and single dots between them.
    bool add(std::string_view name);

    // Does `text` hold a link (scheme://host) to one of the domains, or to one below it?
    bool has_link_in(std::string_view text) const;

  private:
    bool contains(std::string_view host) const;

    std::set<std::string, HostLess> names_;
};

#endif
