//! A small safe layer over the contract: what a module in Rust implements, and the functions that the host calls.
//! A panic in a module's code becomes a failure of the module, unless it is compiled with `-C panic=abort`.
#![allow(dead_code)] // a module need not use all of it

pub mod c;
mod json;
mod spam_checker;

pub use json::Json;
pub use spam_checker::*;
use std::os::raw::c_void;
use std::panic::{catch_unwind, AssertUnwindSafe};

/// What a module is called. An empty text is not told.
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

const fn told(text: &'static str) -> c::Str {
    if text.is_empty() {
        c::Str::ABSENT
    } else {
        c::Str::new(text)
    }
}

/// The record that is handed over.
pub const fn record<M: Module>(spam_checker: &'static c::SpamChecker) -> c::Module {
    c::Module {
        size: std::mem::size_of::<c::Module>(),
        major: c::MAJOR,
        minor: c::MINOR,
        name: c::Str::new(M::ABOUT.name),
        version: c::Str::new(M::ABOUT.version),
        vendor: told(M::ABOUT.vendor),
        licence: told(M::ABOUT.licence),
        description: told(M::ABOUT.description),
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
