//! Bob gets ten per cent off, and nobody is charged an odd cent.
//!
//! The few types of the contract that it needs are written out here; a real module takes them from a layer of its own.
#![allow(non_camel_case_types)]

use std::ffi::c_void;
use std::ptr::null;

#[repr(C)]
#[derive(Clone, Copy)]
struct gh_str {
    ptr: *const u8,
    len: usize,
}

const fn text(text: &'static str) -> gh_str {
    gh_str {
        ptr: text.as_ptr(),
        len: text.len(),
    }
}

const NONE: gh_str = gh_str {
    ptr: null(),
    len: 0,
};

#[repr(C)]
struct gh_offer {
    size: usize,
    name: gh_str,
    signature: gh_str,
    function: *const c_void,
    required: u64,
}

#[repr(C)]
struct gh_module {
    size: usize,
    major: u64,
    minor: u64,
    name: gh_str,
    version: gh_str,
    vendor: gh_str,
    licence: gh_str,
    description: gh_str,
    flags: u64,
    /// `requires_services`, the four functions of its life, and the tables of callbacks: it has none of these.
    none: [*const c_void; 16],
    offers: *const *const gh_offer,
}

#[repr(C)]
struct gh_registration_functions {
    size: usize,
    hand_over: extern "C" fn(*mut gh_registration, *const gh_module) -> u32,
}

#[repr(C)]
struct gh_registration {
    size: usize,
    functions: *const gh_registration_functions,
    data: *mut c_void,
}

struct Constant<T>(T);
// What is in here points to other constants and is never changed.
unsafe impl<T> Sync for Constant<T> {}

extern "C" fn price(_instance: *mut c_void, cents: i64, user: gh_str) -> i64 {
    // The host lends `len` bytes for the length of this call.
    let user = unsafe { std::slice::from_raw_parts(user.ptr, user.len) };
    let reduced = if user.starts_with(b"@bob:") {
        cents - cents / 10
    } else {
        cents
    };
    reduced - reduced % 2
}

static PRICE: Constant<gh_offer> = Constant(gh_offer {
    size: std::mem::size_of::<gh_offer>(),
    name: text("billing.price"),
    signature: text("i64(i64 cents, str user)"),
    function: price as *const c_void,
    required: 0,
});

static OFFERS: Constant<[*const gh_offer; 2]> = Constant([&PRICE.0, null()]);

static MODULE: Constant<gh_module> = Constant(gh_module {
    size: std::mem::size_of::<gh_module>(),
    major: 1,
    minor: 0,
    name: text("discounts"),
    version: text("1.0.0"),
    vendor: NONE,
    licence: NONE,
    description: NONE,
    flags: 3, // GH_CONCURRENT, GH_PROMPT
    none: [null(); 16],
    offers: OFFERS.0.as_ptr(),
});

#[no_mangle]
pub extern "C" fn gatehouse_module_register(_host: *const c_void, into: *mut c_void) -> u32 {
    // The host lends the record for the length of this call.
    unsafe {
        let into = into as *mut gh_registration;
        ((*(*into).functions).hand_over)(into, &MODULE.0)
    }
}
