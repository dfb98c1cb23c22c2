#include "newcomer.hpp"

gatehouse::outcome Newcomer::let_in(
    std::unique_ptr<Newcomer> newcomer, const gh_homeserver &homeserver, gatehouse::login_reply &reply)
{
    const gatehouse::outcome outcome = reply.defer(newcomer->late_);
    if (outcome != gatehouse::outcome::pending) return outcome;
    const gh_str user_id = gatehouse::c(newcomer->user_id_);
    homeserver.get_user(&homeserver, user_id, was_looked_up, newcomer.release());
    return outcome;
}

void Newcomer::was_looked_up(void *context, const gh_homeserver_answer *answer)
{
    std::unique_ptr<Newcomer> newcomer(static_cast<Newcomer *>(context));
    if (answer->found != GH_ABSENT) return newcomer->finish(answer->found, answer->error);
    const gh_homeserver *homeserver = gh_find_homeserver(&newcomer->host_);
    const gh_str localpart = gatehouse::c(newcomer->localpart_), name = gatehouse::c(newcomer->name_);
    homeserver->register_user(homeserver, localpart, name, 0, was_registered, newcomer.release());
}

void Newcomer::was_registered(void *context, const gh_homeserver_answer *answer)
{
    std::unique_ptr<Newcomer> newcomer(static_cast<Newcomer *>(context));
    if (answer->found == GH_FOUND) return newcomer->finish(GH_FOUND, {});
    // Another first login at the same time may have made it.
    newcomer->error_ = gatehouse::view(answer->error);
    const gh_homeserver *homeserver = gh_find_homeserver(&newcomer->host_);
    const gh_str user_id = gatehouse::c(newcomer->user_id_);
    homeserver->get_user(homeserver, user_id, was_looked_up_again, newcomer.release());
}

void Newcomer::was_looked_up_again(void *context, const gh_homeserver_answer *answer)
{
    const std::unique_ptr<Newcomer> newcomer(static_cast<Newcomer *>(context));
    newcomer->finish(answer->found, gatehouse::c(newcomer->error_));
}

// The ticket is finished whatever happens: it is owed.
void Newcomer::finish(uint64_t found, gh_str error) const
{
    gh_outcome outcome = GH_FAILED;
    if (gh_login_reply *reply = gh_reopen_login(&host_, late_.ticket))
        outcome = found == GH_FOUND ? gh_log_in(reply, gatehouse::c(user_id_)) : gh_fail(reply, error);
    gh_finish(&host_, late_.ticket, outcome);
}
