// All that comes of one child: what it forks, and what those fork that have left it, as daemons do.
#ifndef DESCENDANTS_HPP
#define DESCENDANTS_HPP

#include <string>
#include <sys/types.h>

class Descendants {
  public:
    Descendants();

    // For the child's environment, which whoever comes of it inherits: NAME=VALUE, of nobody else.
    const std::string &mark() const { return variable; }

    // Ends those that live. A process that was started with another environment is not found.
    void end() const;

  private:
    bool include(pid_t process) const;

    std::string variable;
};

#endif
