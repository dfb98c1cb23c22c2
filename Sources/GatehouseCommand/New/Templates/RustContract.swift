/// The first part of `gatehouse.rs`: the contract.
let contractRust = #"""
    //! A small safe layer over the contract, `include/gatehouse/*.h`, for what this module uses of it. For more callbacks
    //! give the field of `SpamChecker` its type and a function like `user_may_join_room` below.

    use std::os::raw::{c_char, c_void};
    use std::panic::{catch_unwind, AssertUnwindSafe};

    // -- the contract. Records of the host end here where the module stops reading: they are only used behind a pointer --

    type Outcome = u32;
    const NEXT: Outcome = 1;
    const FAILED: Outcome = 3;

    type Found = u32;
    const FOUND: Found = 1;

    /// `gh_str`, and `gh_json`, which is one. A null pointer: absent.
    #[repr(C)]
    #[derive(Clone, Copy)]
    pub struct Str {
        ptr: *const c_char,
        len: usize,
    }

    impl Str {
        const ABSENT: Str = Str { ptr: std::ptr::null(), len: 0 };

        const fn new(text: &str) -> Str {
            Str { ptr: text.as_ptr() as *const c_char, len: text.len() }
        }

        /// Absent text reads as empty.
        ///
        /// # Safety
        /// The text must live for `'a`.
        unsafe fn view<'a>(self) -> &'a str {
            if self.ptr.is_null() {
                return "";
            }
            // SAFETY: as above.
            let bytes = unsafe { std::slice::from_raw_parts(self.ptr as *const u8, self.len) };
            std::str::from_utf8(bytes).expect("the host hands over UTF-8")
        }
    }

    #[repr(C)]
    pub struct JsonFunctions {
        size: usize,
        get: unsafe extern "C" fn(json: Str, pointer: Str, value: *mut Str) -> Found,
        unescape: unsafe extern "C" fn(json: Str, buffer: *mut c_char, capacity: usize, needed: *mut usize) -> Found,
    }

    #[repr(C)]
    pub struct Host {
        size: usize,
        data: *mut c_void,
        info: *const c_void,
        instance_name: Str,
        data_folder: Str,
        json: *const JsonFunctions,
    }

    #[repr(C)]
    pub struct Setup {
        size: usize,
        functions: *const c_void,
        data: *mut c_void,
        instance_name: Str,
        json: *const JsonFunctions,
    }

    #[repr(C)]
    pub struct ConfigReply {
        size: usize,
        functions: *const ConfigReplyFunctions,
    }

    #[repr(C)]
    pub struct ConfigReplyFunctions {
        size: usize,
        refuse: unsafe extern "C" fn(reply: *mut ConfigReply, key_path: Str, message: Str) -> Outcome,
    }

    #[repr(C)]
    pub struct Reply {
        size: usize,
        functions: *const ReplyFunctions,
    }

    #[repr(C)]
    pub struct ReplyFunctions {
        size: usize,
        fail: unsafe extern "C" fn(reply: *mut Reply, status: u64, code: Str, message: Str, fields: Str) -> Outcome,
        deny: unsafe extern "C" fn(reply: *mut Reply, code: Str, fields: Str) -> Outcome,
    }

    #[repr(C)]
    pub struct Registration {
        size: usize,
        pub functions: *const RegistrationFunctions,
    }

    #[repr(C)]
    pub struct RegistrationFunctions {
        size: usize,
        pub hand_over: unsafe extern "C" fn(into: *mut Registration, module: *const Record) -> Outcome,
    }

    #[repr(C)]
    pub struct JoinRoom {
        size: usize,
        user_id: Str,
        room_id: Str,
        is_invited: u64,
    }

    type Callback<Call> = Option<unsafe extern "C" fn(*mut c_void, *const Call, *mut Reply) -> Outcome>;
    type Unused = Option<unsafe extern "C" fn()>;

    /// `gh_spam_checker_callbacks`, whole.
    #[repr(C)]
    pub struct SpamChecker {
        size: usize,
        flags: u64,
        check_event_for_spam: Unused,
        should_drop_federated_event: Unused,
        user_may_join_room: Callback<JoinRoom>,
        user_may_invite: Unused,
        federated_user_may_invite: Unused,
        user_may_send_3pid_invite: Unused,
        user_may_create_room: Unused,
        user_may_create_room_alias: Unused,
        user_may_publish_room: Unused,
        user_may_send_state_event: Unused,
        check_username_for_spam: Unused,
        check_registration_for_spam: Unused,
        check_media_file_for_spam: Unused,
        check_login_for_spam: Unused,
    }

    /// `gh_module` up to the categories that this module has tables for; its size says where it ends.
    #[repr(C)]
    pub struct Record {
        size: usize,
        major: u64,
        minor: u64,
        name: Str,
        version: Str,
        vendor: Str,
        licence: Str,
        description: Str,
        flags: u64,
        requires_services: *const c_void,
        configure: unsafe extern "C" fn(Str, *mut Setup, *mut ConfigReply) -> Outcome,
        create: unsafe extern "C" fn(*const Host, Str, *mut ConfigReply, *mut *mut c_void) -> Outcome,
        destroy: unsafe extern "C" fn(*mut c_void),
        cancel: Unused,
        spam_checker: *const SpamChecker,
        third_party_rules: *const c_void,
        presence_router: *const c_void,
    }

    // SAFETY: never changed once it is made, and what it points to lives as long as the process.
    unsafe impl Sync for Record {}

    const _: () = {
        assert!(std::mem::size_of::<JoinRoom>() == 48);
        assert!(std::mem::size_of::<SpamChecker>() == 128);
        assert!(std::mem::size_of::<Record>() == 176);
    };
    """#
