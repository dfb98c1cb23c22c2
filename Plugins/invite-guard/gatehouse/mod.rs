//! A small safe layer over the contract: what a module in Rust implements, and the functions that the host calls.
//! A panic in a module's code becomes a failure of the module, unless it is compiled with `-C panic=abort`.
#![allow(dead_code)] // a module need not use all of it

pub mod c;
mod json;

pub use json::Json;
use std::os::raw::c_void;
use std::panic::{catch_unwind, AssertUnwindSafe};

/// What a module is called.
pub struct About {
    pub name: &'static str,
    pub version: &'static str,
    pub vendor: &'static str,
    pub licence: &'static str,
    pub description: &'static str,
}

/// An instance of a module. Any number of threads may be in it at once.
pub trait Module: Sized + Send + Sync {
    const ABOUT: About;

    /// Makes an instance, or tells every mistake in its section of the configuration. Touches nothing else: the host
    /// has an instance made, and thrown away, just to look at the configuration.
    fn create(config: Json, mistakes: &mut Mistakes) -> Option<Self>;
}

/// The callbacks that this layer knows. Those that a module implements, it also names in its table.
pub trait SpamChecker: Module {
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

/// Tells the operator what is wrong with a configuration, and where: "blocked_inviters.3", or "" for all of it.
pub struct Mistakes {
    reply: *mut c::ConfigReply,
    count: usize,
}

impl Mistakes {
    pub fn add(&mut self, key_path: &str, message: &str) {
        self.count += 1;
        // SAFETY: the reply is good as long as `configure` and `create` run, and with them this.
        unsafe {
            ((*(*self.reply).functions).refuse)(
                self.reply,
                c::Str::new(key_path),
                c::Str::new(message),
            )
        };
    }
}

/// Absent text reads as empty.
///
/// # Safety
/// The text must live for `'a`.
pub(crate) unsafe fn view<'a>(text: c::Str) -> &'a str {
    if text.ptr.is_null() {
        return "";
    }
    // SAFETY: as above.
    let bytes = unsafe { std::slice::from_raw_parts(text.ptr as *const u8, text.len) };
    std::str::from_utf8(bytes).expect("the host hands over UTF-8")
}

/// Runs a module's code; a panic is a failure.
fn caught<Value>(body: impl FnOnce() -> Result<Value, String>) -> Result<Value, String> {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload| {
        let message = payload.downcast_ref::<String>().map(String::as_str);
        let message = message.or_else(|| payload.downcast_ref::<&str>().copied());
        Err(format!("a panic: {}", message.unwrap_or("no message")))
    })
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

// -- the life of an instance --

/// # Safety
/// The arguments are as the host passes them to `configure` and `create`.
unsafe fn make<M: Module>(
    config: c::Json,
    functions: *const c::JsonFunctions,
    reply: *mut c::ConfigReply,
) -> Option<M> {
    let mut mistakes = Mistakes { reply, count: 0 };
    // SAFETY: the text is good until the function returns, the functions are for longer.
    let made = caught(|| {
        Ok(M::create(
            unsafe { Json::new(config, functions) },
            &mut mistakes,
        ))
    });
    match made {
        Ok(Some(instance)) if mistakes.count == 0 => return Some(instance),
        Ok(_) if mistakes.count == 0 => {
            mistakes.add("", "the module makes no instance, and does not say why")
        }
        Ok(_) => {}
        Err(message) => mistakes.add("", &message),
    }
    None
}

unsafe extern "C" fn configure<M: Module>(
    config: c::Json,
    setup: *mut c::Setup,
    reply: *mut c::ConfigReply,
) -> c::Outcome {
    // SAFETY: the host passes what the contract says.
    let made = unsafe { make::<M>(config, (*setup).json, reply) };
    made.map_or(c::FAILED, |_| c::NEXT)
}

unsafe extern "C" fn create<M: Module>(
    host: *const c::Host,
    config: c::Json,
    reply: *mut c::ConfigReply,
    instance: *mut *mut c_void,
) -> c::Outcome {
    // SAFETY: the host passes what the contract says.
    match unsafe { make::<M>(config, (*host).json, reply) } {
        Some(made) => unsafe { *instance = Box::into_raw(Box::new(made)) as *mut c_void },
        None => return c::FAILED,
    }
    c::NEXT
}

unsafe extern "C" fn destroy<M: Module>(instance: *mut c_void) {
    // SAFETY: `create` made it, and no call is in it.
    let instance = unsafe { Box::from_raw(instance as *mut M) };
    let _ = caught(|| Ok(drop(instance)));
}

/// The record that is handed over.
pub const fn record<M: Module>(spam_checker: &'static c::SpamChecker) -> c::Module {
    c::Module {
        size: std::mem::size_of::<c::Module>(),
        major: c::MAJOR,
        minor: c::MINOR,
        name: c::Str::new(M::ABOUT.name),
        version: c::Str::new(M::ABOUT.version),
        vendor: c::Str::new(M::ABOUT.vendor),
        licence: c::Str::new(M::ABOUT.licence),
        description: c::Str::new(M::ABOUT.description),
        flags: c::CONCURRENT | c::PROMPT,
        requires_services: std::ptr::null(),
        configure: configure::<M>,
        create: create::<M>,
        destroy: destroy::<M>,
        cancel: None,
        spam_checker,
        third_party_rules: std::ptr::null(),
        presence_router: std::ptr::null(),
    }
}

/// Defines the one symbol that the host looks for.
#[macro_export]
macro_rules! export_module {
    ($module:ty, $spam_checker:expr) => {
        /// # Safety
        /// For the host to call.
        #[no_mangle]
        pub unsafe extern "C" fn gatehouse_module_register(
            _host: *const std::os::raw::c_void,
            into: *mut gatehouse::c::Registration,
        ) -> gatehouse::c::Outcome {
            static SPAM_CHECKER: gatehouse::c::SpamChecker = $spam_checker;
            static MODULE: gatehouse::c::Module = gatehouse::record::<$module>(&SPAM_CHECKER);
            // SAFETY: the registration is good until this returns, the record for ever.
            unsafe { ((*(*into).functions).hand_over)(into, &MODULE) }
        }
    };
}
