//! The spam checker's callbacks that this layer knows. For another one add its arguments to `c.rs`, and here what the
//! module sees of them, a function of `SpamChecker`, and a `callback!`.

use super::{c, caught, view, Module};
use std::os::raw::c_void;

/// Those that a module implements, it also names in its table.
pub trait SpamChecker: Module {
    fn user_may_join_room(&self, _call: JoinRoom) -> Answer {
        Ok(Verdict::Next)
    }
    fn user_may_invite(&self, _call: Invite) -> Answer {
        Ok(Verdict::Next)
    }
    fn user_may_send_3pid_invite(&self, _call: ThreepidInvite) -> Answer {
        Ok(Verdict::Next)
    }
    fn federated_user_may_invite(&self, _call: FederatedInvite) -> Answer {
        Ok(Verdict::Next)
    }
}

/// A verdict, or the message of a failure.
pub type Answer = Result<Verdict, String>;

pub enum Verdict {
    Next,
    DenyCode(&'static str),
    /// With a JSON object: fields for the client's error body.
    DenyWith(&'static str, &'static str),
}

pub struct JoinRoom<'a> {
    pub user_id: &'a str,
    pub room_id: &'a str,
    pub is_invited: bool,
}

pub struct Invite<'a> {
    pub inviter: &'a str,
    pub invitee: &'a str,
    pub room_id: &'a str,
}

pub struct ThreepidInvite<'a> {
    pub inviter: &'a str,
    pub medium: &'a str,
    pub address: &'a str,
    pub room_id: &'a str,
}

pub struct FederatedInvite<'a> {
    pub sender: &'a str,
    /// The event's state key.
    pub invitee: &'a str,
    pub room_id: &'a str,
}

// -- the table of callbacks --

impl c::SpamChecker {
    /// A table to fill: `SpamChecker { user_may_invite: Some(user_may_invite::<Module>), ..SpamChecker::EMPTY }`.
    pub const EMPTY: c::SpamChecker = c::SpamChecker {
        size: std::mem::size_of::<c::SpamChecker>(),
        flags: 0,
        check_event_for_spam: None,
        should_drop_federated_event: None,
        user_may_join_room: None,
        user_may_invite: None,
        federated_user_may_invite: None,
        user_may_send_3pid_invite: None,
        user_may_create_room: None,
        user_may_create_room_alias: None,
        user_may_publish_room: None,
        user_may_send_state_event: None,
        check_username_for_spam: None,
        check_registration_for_spam: None,
        check_media_file_for_spam: None,
        check_login_for_spam: None,
    };
}

/// # Safety
/// As the host calls a callback.
unsafe fn answer(reply: *mut c::Reply, body: impl FnOnce() -> Answer) -> c::Outcome {
    // SAFETY: the reply is good until the callback returns.
    let functions = unsafe { &*(*reply).functions };
    match caught(body) {
        Ok(Verdict::Next) => c::NEXT,
        // SAFETY: what is handed over is copied in the call.
        Ok(Verdict::DenyCode(code)) => unsafe {
            (functions.deny)(reply, c::Str::new(code), c::Json::ABSENT)
        },
        // SAFETY: the same.
        Ok(Verdict::DenyWith(code, fields)) => unsafe {
            (functions.deny)(reply, c::Str::new(code), c::Str::new(fields))
        },
        // SAFETY: the same.
        Err(message) => unsafe {
            (functions.fail)(
                reply,
                0,
                c::Str::ABSENT,
                c::Str::new(&message),
                c::Json::ABSENT,
            )
        },
    }
}

/// Each callback: the instance that `create` made, the arguments as the module sees them, the answer.
macro_rules! callback {
    ($name:ident, $arguments:ty, $call:ident => $view:expr) => {
        /// # Safety
        /// For the host to call.
        pub unsafe extern "C" fn $name<M: SpamChecker>(
            instance: *mut c_void,
            call: *const $arguments,
            reply: *mut c::Reply,
        ) -> c::Outcome {
            // SAFETY: the host passes what `create` made, and arguments that are good until this returns.
            unsafe {
                answer(reply, || {
                    let $call = &*call;
                    (*(instance as *const M)).$name($view)
                })
            }
        }
    };
}

callback!(user_may_join_room, c::UserMayJoinRoom, call => JoinRoom {
    user_id: view(call.user_id),
    room_id: view(call.room_id),
    is_invited: call.is_invited != 0,
});

callback!(user_may_invite, c::UserMayInvite, call => Invite {
    inviter: view(call.inviter),
    invitee: view(call.invitee),
    room_id: view(call.room_id),
});

callback!(user_may_send_3pid_invite, c::UserMaySend3pidInvite, call => ThreepidInvite {
    inviter: view(call.inviter),
    medium: view(call.medium),
    address: view(call.address),
    room_id: view(call.room_id),
});

callback!(federated_user_may_invite, c::FederatedUserMayInvite, call => FederatedInvite {
    sender: view((*call.event).sender),
    invitee: view((*call.event).state_key),
    room_id: view((*call.event).room_id),
});
