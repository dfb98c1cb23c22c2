/* What the server does by itself: updates of its database, account data that was stored, events on their way out. */
#include "house.h"

static gh_outcome on_update(void *self, const gh_on_update *call, gh_update_reply *reply)
{
    (void)self, (void)call;
    return gh_open_update(reply, 100);
}

static gh_outcome default_batch_size(void *self, const gh_default_batch_size *call, gh_number_reply *reply)
{
    (void)self, (void)call;
    return gh_number_give(reply, 100);
}

static gh_outcome min_batch_size(void *self, const gh_min_batch_size *call, gh_number_reply *reply)
{
    (void)self, (void)call;
    return gh_number_give(reply, 1);
}

static gh_outcome on_account_data_updated(void *self, const gh_on_account_data_updated *call, gh_notice_reply *reply)
{
    (void)self;
    return gh_equal(call->account_data_type, GH_STR("org.example.explode"))
               ? gh_fail(reply, GH_STR("account data exploded"))
               : GH_NEXT;
}

static gh_outcome add_field_to_unsigned_callback(
    void *self, const gh_add_field_to_unsigned_callback *call, gh_object_reply *reply)
{
    (void)self;
    return gh_equal(call->event->type, GH_STR("m.room.message"))
               ? gh_object_give(reply, GH_JSON("{\"org.example.seen\": true}"))
               : GH_NEXT;
}

const gh_background_update_controller_callbacks house_background_update_controller = {
    .size = sizeof house_background_update_controller,
    .on_update = on_update,
    .default_batch_size = default_batch_size,
    .min_batch_size = min_batch_size,
};

const gh_account_data_callbacks house_account_data = {
    .size = sizeof house_account_data,
    .on_account_data_updated = on_account_data_updated,
};

const gh_unsigned_callbacks house_unsigned = {
    .size = sizeof house_unsigned,
    .add_field_to_unsigned_callback = add_field_to_unsigned_callback,
};
