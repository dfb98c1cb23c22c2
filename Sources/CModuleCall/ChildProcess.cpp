#include "ChildProcess.h"
#include "Descendants.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr size_t longestReport = 16 << 20;

struct Descriptor {
    int number = -1;
    ~Descriptor() { close(); }
    void close()
    {
        if (number >= 0) ::close(number);
        number = -1;
    }
};

struct Pipe {
    Descriptor reading, writing;
    // Away from 0 to 3, which the child gets filled one after the other.
    static int moved(int number)
    {
        const int away = fcntl(number, F_DUPFD_CLOEXEC, 10);
        ::close(number);
        return away;
    }
    bool open()
    {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0) return false;
        reading.number = moved(ends[0]);
        writing.number = moved(ends[1]);
        return reading.number >= 0 && writing.number >= 0;
    }
};

void doNotBlock(const Descriptor &descriptor) { fcntl(descriptor.number, F_SETFL, O_NONBLOCK); }

// What can be read without waiting, within reason: a writer may be faster. False: there will be nothing more.
bool drain(Descriptor &from, std::string &into, size_t limit, bool keepsEnd)
{
    char buffer[65536];
    for (int turn = 0; turn < 64; turn++) {
        const ssize_t count = read(from.number, buffer, sizeof buffer);
        if (count == 0) return false;
        if (count < 0) return errno == EAGAIN || errno == EINTR;
        into.append(buffer, size_t(count));
        if (into.size() > limit) keepsEnd ? void(into.erase(0, into.size() - limit)) : into.resize(limit);
    }
    return true;
}

class Child {
  public:
    int start(const char *const *arguments, const char *const *variables, const char *input, size_t length)
    {
        if (!keep(input, length) || !error.open() || !report.open()) return errno;
        const int failure = spawn(arguments, variables);
        if (failure != 0) return failure;
        error.writing.close();
        report.writing.close();
        end.number = int(syscall(SYS_pidfd_open, pid, 0));
        doNotBlock(error.reading);
        doNotBlock(report.reading);
        if (end.number >= 0) return 0;
        const int why = errno;
        finish();
        return why;
    }

    // Serves the child until it has ended or its time is up. True: it had to be killed.
    bool serve(int64_t timeout)
    {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeout);
        for (;;) {
            const auto left = deadline - std::chrono::steady_clock::now();
            const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(left).count();
            if (wait <= 0) return true;
            if (serveOnce(int(std::min<int64_t>(wait, 1000)))) return false;
        }
    }

    int32_t finish()
    {
        kill(-pid, SIGKILL); // what it forked, or itself
        int status = 0;
        while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
        }
        kill(-pid, SIGKILL);
        descendants.end();
        drain(report.reading, reported, longestReport, false);
        drain(error.reading, said, sizeof cm_child::last_words, true);
        return status;
    }

    std::string reported, said;

  private:
    // One turn. True: the child has ended.
    bool serveOnce(int wait)
    {
        pollfd polled[] = {
            {end.number, POLLIN, 0}, {report.reading.number, POLLIN, 0}, {error.reading.number, POLLIN, 0}};
        if (poll(polled, 3, wait) <= 0) return false;
        if (polled[1].revents != 0 && !drain(report.reading, reported, longestReport, false)) report.reading.close();
        if (polled[2].revents != 0 && !drain(error.reading, said, sizeof cm_child::last_words, true)) {
            error.reading.close();
        }
        return polled[0].revents != 0;
    }

    // The input is a file in memory, which waits for no reader.
    bool keep(const char *input, size_t length)
    {
        in.number = Pipe::moved(memfd_create("input", MFD_CLOEXEC));
        while (in.number >= 0 && length > 0) {
            const ssize_t count = write(in.number, input, length);
            if (count <= 0) return false;
            input += count;
            length -= size_t(count);
        }
        return in.number >= 0 && lseek(in.number, 0, SEEK_SET) == 0;
    }

    int spawn(const char *const *arguments, const char *const *variables)
    {
        posix_spawn_file_actions_t actions;
        posix_spawnattr_t attributes;
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
        posix_spawn_file_actions_adddup2(&actions, report.writing.number, 3);
        posix_spawn_file_actions_adddup2(&actions, in.number, 0);
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_adddup2(&actions, error.writing.number, 2);
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
        const std::vector<const char *> environment = changed(variables);
        const int failure = posix_spawn(&pid, arguments[0], &actions, &attributes, const_cast<char *const *>(arguments),
            const_cast<char *const *>(environment.data()));
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
        return failure;
    }

    // The environment of this process with these in the place of those of the same names: of two, the first counts.
    std::vector<const char *> changed(const char *const *variables) const
    {
        std::vector<const char *> environment = {descendants.mark().c_str()};
        for (; *variables != nullptr; variables++)
            environment.push_back(*variables);
        const size_t given = environment.size();
        for (char **variable = environ; *variable != nullptr; variable++) {
            const auto isSame = [&](const char *other) { return name(other) == name(*variable); };
            if (std::none_of(environment.begin(), environment.begin() + given, isSame))
                environment.push_back(*variable);
        }
        environment.push_back(nullptr);
        return environment;
    }

    static std::string_view name(std::string_view variable) { return variable.substr(0, variable.find('=')); }

    Descendants descendants;
    Pipe error, report;
    Descriptor in, end;
    pid_t pid = -1;
};

} // namespace

extern "C" {

int cm_child_run(const char *const *arguments, const char *const *variables, const char *input, size_t input_length,
    int64_t timeout_ms, cm_child *result)
{
    Child child;
    const int failure = child.start(arguments, variables, input, input_length);
    if (failure != 0) return failure;
    result->timed_out = child.serve(timeout_ms);
    result->status = child.finish();
    result->report_length = child.reported.size();
    result->report = static_cast<char *>(std::malloc(child.reported.size() + 1));
    if (result->report == nullptr) return ENOMEM;
    std::memcpy(result->report, child.reported.data(), child.reported.size());
    result->last_words_length = child.said.size();
    std::memcpy(result->last_words, child.said.data(), child.said.size());
    return 0;
}

bool cm_child_stay_with(int32_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    return getppid() == parent;
}

void cm_child_free(cm_child *child) { std::free(child->report); }

const char *cm_signal_name(int signal) { return sigabbrev_np(signal); }
}
