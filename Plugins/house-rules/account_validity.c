#include "house.h"
#include "text.h"

#define END_OF_2029 1893456000000 /* milliseconds since 1970 */

static gh_outcome is_user_expired(void *self, const gh_is_user_expired *call, gh_truth_reply *reply)
{
    gh_str localpart = user_localpart(call->user);
    (void)self;
    if (gh_has_prefix(localpart, GH_STR("expired"))) return gh_truth_give(reply, 1);
    return gh_equal(localpart, GH_STR("root")) ? gh_truth_give(reply, 0) : GH_NEXT;
}

static gh_outcome on_legacy_send_mail(void *self, const gh_on_legacy_send_mail *call, gh_notice_reply *reply)
{
    (void)self, (void)call, (void)reply;
    return GH_NEXT;
}

static gh_outcome on_legacy_renew(void *self, const gh_on_legacy_renew *call, gh_renewal_reply *reply)
{
    (void)self;
    return gh_has_prefix(call->renewal_token, GH_STR("good")) ? gh_renew(reply, 1, 0, END_OF_2029)
                                                              : gh_renew(reply, 0, 0, 0);
}

static gh_outcome on_legacy_admin_request(void *self, const gh_on_legacy_admin_request *call, gh_number_reply *reply)
{
    (void)self, (void)call;
    return gh_number_give(reply, END_OF_2029);
}

const gh_account_validity_callbacks house_account_validity = {
    .size = sizeof house_account_validity,
    .is_user_expired = is_user_expired,
    .on_legacy_send_mail = on_legacy_send_mail,
    .on_legacy_renew = on_legacy_renew,
    .on_legacy_admin_request = on_legacy_admin_request,
};
