#include "Descendants.hpp"

#include <csignal>
#include <cstdlib>
#include <dirent.h>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <vector>

namespace {

std::vector<pid_t> allProcesses()
{
    std::vector<pid_t> processes;
    DIR *folder = opendir("/proc");
    if (folder == nullptr) return processes;
    while (const dirent *entry = readdir(folder)) {
        const pid_t number = std::atoi(entry->d_name);
        if (number > 0) processes.push_back(number);
    }
    closedir(folder);
    return processes;
}

// What a process was started with, a NUL behind each variable; nothing of those of other users.
std::string environment(pid_t process)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/environ", std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

} // namespace

Descendants::Descendants()
{
    std::random_device random;
    variable = "GATEHOUSE_LOOK=" + std::to_string(random()) + "." + std::to_string(random());
}

bool Descendants::include(pid_t process) const
{
    return environment(process).find(variable + '\0') != std::string::npos;
}

// Once more as long as somebody is found, who may have forked before the end.
void Descendants::end() const
{
    std::set<pid_t> ended;
    size_t before;
    do {
        before = ended.size();
        for (const pid_t process : allProcesses())
            if (ended.count(process) == 0 && include(process) && kill(process, SIGKILL) == 0) ended.insert(process);
    } while (ended.size() != before);
}
