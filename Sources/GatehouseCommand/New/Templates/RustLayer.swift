/// `gatehouse.rs`: the contract in Rust, and a safe layer over it.
let layerRust = contractRust + "\n\n" + safeRust

/// What a module implements, and what the host calls.
private let safeRust = #"""
    // -- what a module implements --

    /// An instance of a module. Any number of threads may be in it at once, and its callbacks never wait.
    pub trait Module: Sized + Send + Sync {
        const NAME: &'static str;
        const VERSION: &'static str;

        /// Makes an instance, or tells every mistake in its section of the configuration. Touches nothing else: the host
        /// has an instance made, and thrown away, just to look at the configuration.
        fn create(config: Json, mistakes: &mut Mistakes) -> Option<Self>;

        /// An error is the message of a failure.
        fn user_may_join_room(&self, call: UserMayJoinRoom) -> Result<Verdict, String>;
    }

    pub enum Verdict {
        Next,
        /// With a Matrix error code, and a JSON object with fields for the client's error body.
        Deny { code: &'static str, fields: &'static str },
    }

    #[allow(dead_code)]
    pub struct UserMayJoinRoom<'a> {
        pub user_id: &'a str,
        pub room_id: &'a str,
        pub is_invited: bool,
    }

    /// A slice of somebody's JSON text.
    #[derive(Clone, Copy)]
    pub struct Json<'a> {
        text: &'a str,
        functions: &'a JsonFunctions,
    }

    impl<'a> Json<'a> {
        /// The value at a JSON pointer.
        pub fn get(&self, pointer: &str) -> Option<Json<'a>> {
            let mut value = Str::ABSENT;
            // SAFETY: all pointers are good until `get` returns; the value is a slice of this text.
            unsafe {
                let found = (self.functions.get)(Str::new(self.text), Str::new(pointer), &mut value);
                (found == FOUND).then(|| Json { text: value.view(), functions: self.functions })
            }
        }

        /// The text, where this is a string.
        pub fn string(&self) -> Option<String> {
            let mut buffer = vec![0u8; self.text.len()]; // no escape is shorter than what it stands for
            let mut length = 0;
            let start = buffer.as_mut_ptr() as *mut c_char;
            // SAFETY: the buffer is as long as its capacity says.
            let found = unsafe { (self.functions.unescape)(Str::new(self.text), start, buffer.len(), &mut length) };
            buffer.truncate(length);
            (found == FOUND).then(|| String::from_utf8(buffer).ok()).flatten()
        }
    }

    /// Tells the operator what is wrong with a configuration, and where: "evil_users.3", or "" for all of it.
    pub struct Mistakes {
        reply: *mut ConfigReply,
        count: usize,
    }

    impl Mistakes {
        pub fn add(&mut self, key_path: &str, message: &str) {
            self.count += 1;
            // SAFETY: the reply is good as long as `configure` and `create` run, and with them this.
            unsafe { ((*(*self.reply).functions).refuse)(self.reply, Str::new(key_path), Str::new(message)) };
        }
    }

    // -- what the host calls --

    /// Runs a module's code; a panic is a failure.
    fn caught<Value>(body: impl FnOnce() -> Result<Value, String>) -> Result<Value, String> {
        catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload| {
            let message = payload.downcast_ref::<String>().map(String::as_str);
            let message = message.or_else(|| payload.downcast_ref::<&str>().copied());
            Err(format!("a panic: {}", message.unwrap_or("no message")))
        })
    }

    /// # Safety
    /// As the host calls a callback.
    unsafe fn answer(reply: *mut Reply, body: impl FnOnce() -> Result<Verdict, String>) -> Outcome {
        // SAFETY: the reply is good until the callback returns, and what is handed over is copied in the call.
        unsafe {
            let functions = &*(*reply).functions;
            match caught(body) {
                Ok(Verdict::Next) => NEXT,
                Ok(Verdict::Deny { code, fields }) => (functions.deny)(reply, Str::new(code), Str::new(fields)),
                Err(message) => (functions.fail)(reply, 0, Str::ABSENT, Str::new(&message), Str::ABSENT),
            }
        }
    }

    unsafe extern "C" fn user_may_join_room<M: Module>(
        instance: *mut c_void,
        call: *const JoinRoom,
        reply: *mut Reply,
    ) -> Outcome {
        // SAFETY: the host passes what `create` made, and arguments that are good until this returns.
        unsafe {
            answer(reply, || {
                let (user_id, room_id) = ((*call).user_id.view(), (*call).room_id.view());
                let call = UserMayJoinRoom { user_id, room_id, is_invited: (*call).is_invited != 0 };
                (*(instance as *const M)).user_may_join_room(call)
            })
        }
    }

    /// # Safety
    /// The arguments are as the host passes them to `configure` and `create`.
    unsafe fn make<M: Module>(config: Str, functions: *const JsonFunctions, reply: *mut ConfigReply) -> Option<M> {
        let mut mistakes = Mistakes { reply, count: 0 };
        // SAFETY: the text is good until the function returns, the functions are for longer.
        let made = caught(|| unsafe {
            Ok(M::create(Json { text: config.view(), functions: &*functions }, &mut mistakes))
        });
        match made {
            Ok(Some(instance)) if mistakes.count == 0 => return Some(instance),
            Ok(_) if mistakes.count == 0 => mistakes.add("", "the module makes no instance, and does not say why"),
            Ok(_) => {}
            Err(message) => mistakes.add("", &message),
        }
        None
    }

    unsafe extern "C" fn configure<M: Module>(config: Str, setup: *mut Setup, reply: *mut ConfigReply) -> Outcome {
        // SAFETY: the host passes what the contract says.
        unsafe { make::<M>(config, (*setup).json, reply) }.map_or(FAILED, |_| NEXT)
    }

    unsafe extern "C" fn create<M: Module>(
        host: *const Host,
        config: Str,
        reply: *mut ConfigReply,
        instance: *mut *mut c_void,
    ) -> Outcome {
        // SAFETY: the host passes what the contract says.
        match unsafe { make::<M>(config, (*host).json, reply) } {
            Some(made) => unsafe { *instance = Box::into_raw(Box::new(made)) as *mut c_void },
            None => return FAILED,
        }
        NEXT
    }

    unsafe extern "C" fn destroy<M: Module>(instance: *mut c_void) {
        // SAFETY: `create` made it, and no call is in it.
        let instance = unsafe { Box::from_raw(instance as *mut M) };
        let _ = caught(|| Ok(drop(instance)));
    }

    pub const fn spam_checker<M: Module>() -> SpamChecker {
        SpamChecker {
            size: std::mem::size_of::<SpamChecker>(),
            flags: 0,
            check_event_for_spam: None,
            should_drop_federated_event: None,
            user_may_join_room: Some(user_may_join_room::<M>),
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
        }
    }

    pub const fn record<M: Module>(spam_checker: &'static SpamChecker) -> Record {
        Record {
            size: std::mem::size_of::<Record>(),
            major: 1,
            minor: 0,
            name: Str::new(M::NAME),
            version: Str::new(M::VERSION),
            vendor: Str::ABSENT,
            licence: Str::ABSENT,
            description: Str::ABSENT,
            flags: 1 | 2, // GH_CONCURRENT, GH_PROMPT
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

    /// Defines the one function that a host looks for.
    #[macro_export]
    macro_rules! export_module {
        ($module:ty) => {
            /// # Safety
            /// For the host to call.
            #[no_mangle]
            pub unsafe extern "C" fn gatehouse_module_register(
                _host: *const std::os::raw::c_void,
                into: *mut gatehouse::Registration,
            ) -> u32 {
                static SPAM_CHECKER: gatehouse::SpamChecker = gatehouse::spam_checker::<$module>();
                static MODULE: gatehouse::Record = gatehouse::record::<$module>(&SPAM_CHECKER);
                // SAFETY: the registration is good until this returns, the record for ever.
                unsafe { ((*(*into).functions).hand_over)(into, &MODULE) }
            }
        };
    }
    """#
