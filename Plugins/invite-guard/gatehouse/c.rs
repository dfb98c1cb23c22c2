//! The part of the contract that this layer knows, as `include/gatehouse/*.h` lays it out. Records of the host end here
//! where the layer stops reading; they are only ever used behind a pointer.

use std::mem::size_of;
use std::os::raw::{c_char, c_void};

pub const MAJOR: u64 = 1;
pub const MINOR: u64 = 0;

pub type Outcome = u32;
pub const NEXT: Outcome = 1;
pub const FAILED: Outcome = 3;

pub type Found = u32;
pub const FOUND: Found = 1;

pub const CONCURRENT: u64 = 1;
pub const PROMPT: u64 = 2;

/// `gh_str`, and `gh_json`, which is one. A null pointer: absent.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Str {
    pub ptr: *const c_char,
    pub len: usize,
}

impl Str {
    pub const ABSENT: Str = Str {
        ptr: std::ptr::null(),
        len: 0,
    };

    pub const fn new(text: &str) -> Str {
        Str {
            ptr: text.as_ptr() as *const c_char,
            len: text.len(),
        }
    }
}

pub type Json = Str;

// -- the host's tables --

#[repr(C)]
pub struct JsonFunctions {
    pub size: usize,
    pub get: unsafe extern "C" fn(json: Json, pointer: Str, value: *mut Json) -> Found,
    pub unescape: unsafe extern "C" fn(
        json: Json,
        buffer: *mut c_char,
        capacity: usize,
        needed: *mut usize,
    ) -> Found,
    pub quote: unsafe extern "C" fn(
        text: Str,
        buffer: *mut c_char,
        capacity: usize,
        needed: *mut usize,
    ) -> Found,
    pub integer: unsafe extern "C" fn(json: Json, value: *mut i64) -> Found,
    pub next: unsafe extern "C" fn(
        container: Json,
        cursor: *mut u64,
        key: *mut Json,
        value: *mut Json,
    ) -> Found,
}

#[repr(C)]
pub struct Host {
    pub size: usize,
    pub data: *mut c_void,
    pub info: *const c_void,
    pub instance_name: Str,
    pub data_folder: Str,
    pub json: *const JsonFunctions,
}

#[repr(C)]
pub struct Setup {
    pub size: usize,
    pub functions: *const c_void,
    pub data: *mut c_void,
    pub instance_name: Str,
    pub json: *const JsonFunctions,
}

#[repr(C)]
pub struct ConfigReply {
    pub size: usize,
    pub functions: *const ConfigReplyFunctions,
}

#[repr(C)]
pub struct ConfigReplyFunctions {
    pub size: usize,
    pub refuse:
        unsafe extern "C" fn(reply: *mut ConfigReply, key_path: Str, message: Str) -> Outcome,
}

/// `gh_reply`, and every kind of reply, which is one.
#[repr(C)]
pub struct Reply {
    pub size: usize,
    pub functions: *const ReplyFunctions,
}

#[repr(C)]
pub struct ReplyFunctions {
    pub size: usize,
    pub fail: unsafe extern "C" fn(
        reply: *mut Reply,
        status: u64,
        errcode: Str,
        message: Str,
        fields: Json,
    ) -> Outcome,
    pub deny: unsafe extern "C" fn(reply: *mut Reply, errcode: Str, fields: Json) -> Outcome,
}

#[repr(C)]
pub struct Registration {
    pub size: usize,
    pub functions: *const RegistrationFunctions,
}

#[repr(C)]
pub struct RegistrationFunctions {
    pub size: usize,
    pub hand_over: unsafe extern "C" fn(into: *mut Registration, module: *const Module) -> Outcome,
}

// -- arguments --

#[repr(C)]
pub struct UserMayJoinRoom {
    pub size: usize,
    pub user_id: Str,
    pub room_id: Str,
    pub is_invited: u64,
}

#[repr(C)]
pub struct UserMayInvite {
    pub size: usize,
    pub inviter: Str,
    pub invitee: Str,
    pub room_id: Str,
}

#[repr(C)]
pub struct UserMaySend3pidInvite {
    pub size: usize,
    pub inviter: Str,
    pub medium: Str,
    pub address: Str,
    pub room_id: Str,
}

#[repr(C)]
pub struct FederatedUserMayInvite {
    pub size: usize,
    pub event: *const Event,
}

#[repr(C)]
pub struct Event {
    pub size: usize,
    pub event_id: Str,
    pub room_id: Str,
    pub room_version: Str,
    pub sender: Str,
    pub type_: Str,
    pub state_key: Str,
    pub origin_server_ts: i64,
    pub local: u64,
    pub text: Json,
    pub internal_metadata: Json,
}

// -- what a module hands over: a table that is whole, and a record that ends, as its size says, before the categories
// that this layer has no tables for --

pub type Callback<Call> =
    Option<unsafe extern "C" fn(*mut c_void, *const Call, *mut Reply) -> Outcome>;
pub type Unused = Option<unsafe extern "C" fn()>;

#[repr(C)]
pub struct SpamChecker {
    pub size: usize,
    pub flags: u64,
    pub check_event_for_spam: Unused,
    pub should_drop_federated_event: Unused,
    pub user_may_join_room: Callback<UserMayJoinRoom>,
    pub user_may_invite: Callback<UserMayInvite>,
    pub federated_user_may_invite: Callback<FederatedUserMayInvite>,
    pub user_may_send_3pid_invite: Callback<UserMaySend3pidInvite>,
    pub user_may_create_room: Unused,
    pub user_may_create_room_alias: Unused,
    pub user_may_publish_room: Unused,
    pub user_may_send_state_event: Unused,
    pub check_username_for_spam: Unused,
    pub check_registration_for_spam: Unused,
    pub check_media_file_for_spam: Unused,
    pub check_login_for_spam: Unused,
}

#[repr(C)]
pub struct Module {
    pub size: usize,
    pub major: u64,
    pub minor: u64,
    pub name: Str,
    pub version: Str,
    pub vendor: Str,
    pub licence: Str,
    pub description: Str,
    pub flags: u64,
    pub requires_services: *const *const c_char,
    pub configure:
        unsafe extern "C" fn(config: Json, setup: *mut Setup, reply: *mut ConfigReply) -> Outcome,
    pub create: unsafe extern "C" fn(
        host: *const Host,
        config: Json,
        reply: *mut ConfigReply,
        instance: *mut *mut c_void,
    ) -> Outcome,
    pub destroy: unsafe extern "C" fn(instance: *mut c_void),
    pub cancel: Unused,
    pub spam_checker: *const SpamChecker,
    pub third_party_rules: *const c_void,
    pub presence_router: *const c_void,
}

// SAFETY: never changed once they are made, and what they point to lives as long as the process.
unsafe impl Sync for Module {}

const _: () = {
    assert!(size_of::<Str>() == 16);
    assert!(size_of::<JsonFunctions>() == 48);
    assert!(size_of::<Host>() == 64);
    assert!(size_of::<Setup>() == 48);
    assert!(size_of::<UserMayJoinRoom>() == 48);
    assert!(size_of::<UserMayInvite>() == 56);
    assert!(size_of::<UserMaySend3pidInvite>() == 72);
    assert!(size_of::<FederatedUserMayInvite>() == 16);
    assert!(size_of::<Event>() == 152);
    assert!(size_of::<SpamChecker>() == 128);
    assert!(size_of::<Module>() == 176);
};
